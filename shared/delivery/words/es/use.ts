import type { Facts, Words } from '../words.ts';
import { unexpected } from './unexpected.ts';

/* The texts of mails about the use of an account's codes and passwords: any of it may have been someone else. */

const setNewPassword = 'Si fuiste tú, no tienes que hacer nada. Si no fuiste tú, establece ahora una contraseña nueva.';

export const mailsOfUse = {
  recoveryCodesShown: ({ when, where }: Facts): Words => ({
    subject: 'Se han mostrado tus códigos de recuperación',
    lines: [
      `Tus códigos de recuperación se mostraron el ${when} a alguien que había iniciado sesión en tu cuenta desde ${where}.`,
      unexpected,
    ],
    action: 'No fui yo',
  }),
  recoveryCodesRegenerated: ({ when, where }: Facts): Words => ({
    subject: 'Tienes códigos de recuperación nuevos',
    lines: [
      `Se generaron 8 códigos de recuperación nuevos para tu cuenta el ${when} desde ${where}. Los anteriores ya no funcionan.`,
      unexpected,
    ],
    action: 'No fui yo',
  }),
  recoveryCodesWithdrawn: ({ when }: Facts): Words => ({
    subject: 'Crea códigos de recuperación nuevos',
    lines: [
      `Tu cuenta se restauró desde una copia de seguridad el ${when}, y es posible que tus códigos de recuperación se hayan usado desde esa copia. Por precaución, ninguno de ellos funciona ya.`,
      'Inicia sesión con tu app de autenticación y crea códigos nuevos en los ajustes de tu cuenta. Si tu contraseña no funciona, crea otra con «¿Olvidaste tu contraseña?».',
    ],
    action: 'Abrir los ajustes de la cuenta',
  }),
  recoveryCodeUsed: ({ when, where, used }: Facts): Words => ({
    subject: 'Se ha usado un código de recuperación',
    lines: [
      `Uno de tus códigos de recuperación se usó el ${when} desde ${where}. Ya no funciona y se ha reemplazado por uno nuevo.`,
      `Hasta ahora ${used === 1 ? 'se ha usado y reemplazado 1 código' : `se han usado y reemplazado ${used} códigos`} de este conjunto. En la configuración de tu cuenta puedes ver los códigos que funcionan ahora.`,
      unexpected,
    ],
    action: 'No fui yo',
  }),
  bypassCodeIssued: ({ organization, when, pass }: Facts): Words => ({
    subject: 'Tu código de acceso temporal',
    lines: [
      `Un administrador de ${organization} generó este código de acceso temporal el ${when}. Escríbelo en lugar del código de tu app de autenticación. Funciona una sola vez y por poco tiempo:`,
      pass,
      'No lo compartas con nadie. Si no lo has pedido, usa el botón de abajo.',
    ],
    action: 'No fui yo',
  }),
  bypassCodeUsed: ({ when, where }: Facts): Words => ({
    subject: 'Se ha usado un código de acceso temporal',
    lines: [
      `Alguien inició sesión en tu cuenta el ${when} desde ${where} con tu contraseña y un código de acceso temporal.`,
      'La autenticación de dos factores sigue activada. Vincula tu nueva app de autenticación en la configuración de tu cuenta.',
      unexpected,
    ],
    action: 'No fui yo',
  }),
  newDevice: ({ when, where }: Facts): Words => ({
    subject: 'Inicio de sesión desde un dispositivo nuevo',
    lines: [
      `Alguien inició sesión en tu cuenta el ${when} desde ${where}, en un dispositivo que no habías usado antes.`,
      unexpected,
    ],
    action: 'No fui yo',
  }),
  secondFactorAbandoned: ({ when, where }: Facts): Words => ({
    subject: 'Alguien escribió tu contraseña, pero no completó el inicio de sesión',
    lines: [
      `Poco antes del ${when}, alguien escribió tu contraseña desde ${where}, en un dispositivo que no habías usado antes, pero no el segundo factor. No llegó a iniciar sesión.`,
      setNewPassword,
    ],
    action: 'No fui yo',
  }),
  secondFactorFailed: ({ when, where }: Facts): Words => ({
    subject: 'Es posible que alguien conozca tu contraseña',
    lines: [
      `El ${when}, alguien escribió tu contraseña desde ${where}, pero no el segundo factor correcto. No llegó a iniciar sesión.`,
      setNewPassword,
    ],
    action: 'No fui yo',
  }),
};
