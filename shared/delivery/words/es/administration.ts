import type { Facts, Words } from '../words.ts';
import { unexpectedOfOthers } from './unexpected.ts';

/* The texts of mails about what administrators do to accounts and rights. */

const changeInWords: Record<string, string> = {
  user_created: 'se creó una cuenta con permiso para administrar usuarios',
  permissions_granted: 'se concedió a alguien el permiso para administrar usuarios',
  permissions_withdrawn: 'se retiró a alguien el permiso para administrar usuarios',
  user_suspended: 'se suspendió a un administrador',
  user_reactivated: 'se reactivó a un administrador suspendido',
  user_deleted: 'se eliminó la cuenta de un administrador',
};

export const mailsOfAdministration = {
  permissionsGranted: ({ organization, when }: Facts): Words => ({
    subject: 'Ahora puedes administrar usuarios',
    lines: [
      `El ${when}, un administrador te concedió permiso para administrar usuarios en ${organization}.`,
      unexpectedOfOthers,
    ],
  }),
  permissionsWithdrawn: ({ organization, when }: Facts): Words => ({
    subject: 'Ya no puedes administrar usuarios',
    lines: [
      `El ${when}, un administrador te retiró el permiso para administrar usuarios en ${organization}.`,
      unexpectedOfOthers,
    ],
  }),
  administratorsChanged: ({ organization, when, change, about }: Facts): Words => ({
    subject: `Han cambiado los administradores de ${organization}`,
    lines: [
      `El ${when}, ${changeInWords[change] ?? 'cambiaron los permisos de un administrador'} en ${organization}: ${about}. El historial de su cuenta indica quién lo hizo.`,
      'Si no lo esperabas, revisa tu lista de usuarios.',
    ],
  }),
  suspended: ({ organization, when }: Facts): Words => ({
    subject: 'Se ha suspendido tu cuenta',
    lines: [
      `Un administrador de ${organization} suspendió tu cuenta el ${when}. Se cerraron todas tus sesiones.`,
      'Si crees que se trata de un error, contacta con tu administrador.',
    ],
  }),
  reactivated: ({ organization, when }: Facts): Words => ({
    subject: 'Tu cuenta vuelve a estar activa',
    lines: [`Un administrador de ${organization} reactivó tu cuenta el ${when}. Puedes volver a iniciar sesión.`],
  }),
  deleted: ({ organization, when }: Facts): Words => ({
    subject: 'Se ha eliminado tu cuenta',
    lines: [
      `Tu cuenta en ${organization} se eliminó el ${when}. Ya no puedes iniciar sesión y hemos borrado sus datos.`,
      'Puedes quitar su entrada de tu aplicación de autenticación. Si crees que se trata de un error, contacta con tu administrador.',
    ],
  }),
  waitsLifted: ({ organization, when }: Facts): Words => ({
    subject: 'Ya puedes volver a iniciar sesión',
    lines: [
      `Un administrador de ${organization} anuló el tiempo de espera de tu cuenta el ${when}. Se debía a contraseñas o códigos incorrectos.`,
      unexpectedOfOthers,
    ],
  }),
};
