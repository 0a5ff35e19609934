/* Mails about how an account is protected: its password and its second factor. */

import type { Facts, Words } from '../words.ts';
import { unexpected, unexpectedOfOthers } from './unexpected.ts';

const factorOff =
  'Ahora solo tu contraseña protege tu cuenta. Vuelve a activar la autenticación de dos factores en la configuración de tu cuenta.';

export const mailsOfAccount = {
  invited: ({ organization, until }: Facts): Words => ({
    subject: `Tu cuenta en ${organization}`,
    lines: [
      `Un administrador de ${organization} ha creado una cuenta para ti. Establece una contraseña para empezar a usarla. El enlace funciona una sola vez, hasta el ${until}.`,
      'Si no esperabas este correo, puedes ignorarlo. Nadie podrá usar la cuenta hasta que se establezca una contraseña.',
    ],
    action: 'Establecer contraseña',
  }),
  invitedAgain: ({ organization, until }: Facts): Words => ({
    subject: `Establece tu contraseña en ${organization}`,
    lines: [
      `Un administrador de ${organization} te ha enviado un enlace para establecer una contraseña nueva. Funciona una sola vez, hasta el ${until}, y cierra todas tus sesiones.`,
      unexpectedOfOthers,
    ],
    action: 'Establecer contraseña',
  }),
  passwordReset: ({ organization, until, where }: Facts): Words => ({
    subject: `Restablece tu contraseña en ${organization}`,
    lines: [
      `Alguien ha pedido restablecer tu contraseña desde ${where}. Usa el enlace para establecer una nueva. Funciona una sola vez, hasta el ${until}. La autenticación de dos factores se queda como está.`,
      'Si no fuiste tú, puedes ignorar este correo. Tu contraseña no ha cambiado.',
    ],
    action: 'Establecer una contraseña nueva',
  }),
  emailChange: ({ organization, until, newEmail }: Facts): Words => ({
    subject: 'Confirma tu nueva dirección de correo',
    lines: [
      `Alguien ha pedido que ${newEmail} sea la dirección de una cuenta en ${organization}. Usa el enlace para confirmarlo. Funciona una sola vez, hasta el ${until}.`,
      'Después iniciarás sesión con esta dirección y se cerrarán todas tus sesiones.',
      'Si no has sido tú, puedes ignorar este correo. No cambiará nada.',
    ],
    action: 'Confirmar esta dirección',
  }),
  emailChanged: ({ when, where, newEmail }: Facts): Words => ({
    subject: 'Se ha cambiado tu dirección de correo',
    lines: [
      `La dirección de tu cuenta se cambió a ${newEmail} el ${when} desde ${where}. A partir de ahora, nuestros correos llegan allí.`,
      'Si no has sido tú, usa el botón de abajo: recuperas esta dirección, se cierran todas las sesiones y eliges una contraseña nueva.',
    ],
    action: 'No fui yo',
  }),
  emailRestored: ({ when, newEmail }: Facts): Words => ({
    subject: 'Se ha restablecido tu dirección de correo',
    lines: [
      `La dirección de tu cuenta pasó de esta a ${newEmail} el ${when}, con el enlace del correo que enviamos allí. Se cerraron todas las sesiones.`,
      'Si no lo esperabas, contacta con tu administrador.',
    ],
  }),
  passwordSet: ({ when, where }: Facts): Words => ({
    subject: 'Se ha establecido tu contraseña',
    lines: [`Tu contraseña se estableció el ${when} desde ${where}. Se cerraron todas tus sesiones.`, unexpected],
    action: 'No fui yo',
  }),
  passwordClosed: ({ when, until }: Facts): Words => ({
    subject: 'Se ha bloqueado tu contraseña',
    lines: [
      `Alguien escribió una contraseña incorrecta para tu cuenta 100 veces seguidas, la última el ${when}. Hemos bloqueado la contraseña en los dispositivos que no habías usado antes.`,
      `Establece una contraseña nueva para iniciar sesión en un dispositivo nuevo. El enlace funciona una sola vez, hasta el ${until}.`,
    ],
    action: 'Establecer una contraseña nueva',
  }),
  passwordChanged: ({ when, where }: Facts): Words => ({
    subject: 'Se ha cambiado tu contraseña',
    lines: [`Tu contraseña se cambió el ${when} desde ${where}. Se cerraron tus demás sesiones.`, unexpected],
    action: 'No fui yo',
  }),
  twoFactorEnabled: ({ when, where }: Facts): Words => ({
    subject: 'Se ha activado la autenticación de dos factores',
    lines: [
      `La autenticación de dos factores se activó en tu cuenta el ${when} desde ${where}. A partir de ahora, inicias sesión con tu contraseña y un código de tu app de autenticación.`,
      'Guarda tus códigos de recuperación en un lugar al que puedas acceder sin tu teléfono.',
      'Si no fuiste tú, es posible que otra persona conozca tu contraseña. El botón de abajo cierra todas las sesiones, vuelve a desactivar la autenticación de dos factores y te permite establecer una contraseña nueva.',
    ],
    action: 'No fui yo',
  }),
  twoFactorReplaced: ({ when, where }: Facts): Words => ({
    subject: 'Se ha reemplazado tu app de autenticación',
    lines: [
      `Se vinculó otra app de autenticación a tu cuenta el ${when} desde ${where}. La app y los códigos de recuperación anteriores ya no funcionan.`,
      unexpected,
    ],
    action: 'No fui yo',
  }),
  twoFactorDisabled: ({ when, where }: Facts): Words => ({
    subject: 'Se ha desactivado la autenticación de dos factores',
    lines: [
      `La autenticación de dos factores se desactivó en tu cuenta el ${when} desde ${where}.`,
      factorOff,
      unexpected,
    ],
    action: 'No fui yo',
  }),
  twoFactorReset: ({ organization, when }: Facts): Words => ({
    subject: 'Se ha restablecido tu autenticación de dos factores',
    lines: [
      `Un administrador de ${organization} eliminó tu segundo factor el ${when}. Se cerraron todas tus sesiones.`,
      factorOff,
      unexpectedOfOthers,
    ],
    action: 'No fui yo',
  }),
  twoFactorUndone: ({ when }: Facts): Words => ({
    subject: 'Se ha desactivado la autenticación de dos factores',
    lines: [
      `El ${when}, avisaste de que no habías activado la autenticación de dos factores. La hemos desactivado y hemos cerrado todas las sesiones.`,
      'Cuando hayas establecido una contraseña nueva, vuelve a activarla con tu propia app.',
    ],
  }),
  twoFactorReminder: ({ organization }: Facts): Words => ({
    subject: `${organization} te pide que actives la autenticación de dos factores`,
    lines: [
      `Solo tu contraseña protege tu cuenta en ${organization}. Con la autenticación de dos factores, aunque alguien averigüe tu contraseña, no podrá iniciar sesión.`,
      'Solo necesitas dos minutos y una app de autenticación. Abre la configuración de tu cuenta y selecciona «Activar».',
      'Puedes desactivar estos recordatorios en la configuración de tu cuenta, en «Perfil».',
    ],
    action: 'Abrir la configuración de la cuenta',
  }),
};
