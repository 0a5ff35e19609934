import { permissionNames } from '../history.ts';

export const user = {
  back: 'Todos los usuarios',
  profile: 'Perfil',
  permissions: 'Permisos',
  mayManage: permissionNames['users:manage'],
  noPermissions: 'Ninguno',
  created: 'Fecha de creación',
  status: 'Estado',
  active: 'Activo',
  suspended: 'Suspendido',
  own: 'Esta es tu propia cuenta. Cambia tu nombre y tu dirección en «Cuenta»; para lo demás, pídeselo a otro administrador.',
  gone: 'Ese usuario no existe en tu organización.',
};

export const userActions = {
  title: 'Acciones',
  resetTwoFactor: 'Restablecer la autenticación de dos factores',
  reset:
    'La autenticación de dos factores está desactivada para este usuario. Hemos cerrado todas sus sesiones y le hemos enviado un correo.',
  resetDialog: {
    title: '¿Restablecer la autenticación de dos factores?',
    lead: 'Para alguien que ha perdido el teléfono y los códigos de recuperación. Asegúrate de saber quién lo pide: después podrá iniciar sesión solo con su contraseña. También se cerrarán todas sus sesiones.',
    submit: 'Restablecer',
  },
  bypassCode: 'Código de acceso temporal',
  bypassCodeDialog: {
    title: '¿Enviar un código de acceso temporal?',
    lead: 'Para alguien que no tiene el teléfono a mano. Le enviamos por correo un código de acceso temporal que sustituye al segundo factor una sola vez. La autenticación de dos factores sigue activada. Asegúrate de saber quién lo pide.',
    submit: 'Enviar código de acceso temporal',
  },
  bypassCodeSent: (email: string) =>
    `Hemos enviado un código de acceso temporal a ${email}. Funciona una sola vez, hasta el`,
  liftWaits: 'Anular tiempo de espera',
  waitsLifted: 'El tiempo de espera se ha anulado. El usuario puede volver a intentarlo de inmediato.',
  liftWaitsDialog: {
    title: '¿Anular el tiempo de espera?',
    lead: 'Para alguien que tiene que esperar tras demasiadas contraseñas o códigos incorrectos. Podrá volver a intentarlo de inmediato.',
    submit: 'Anular tiempo de espera',
  },
  invite: 'Nuevo enlace de invitación',
  invitation:
    'Da este enlace al usuario. No se volverá a mostrar. Puede usarlo una sola vez para establecer su contraseña, hasta el',
  invitationSent: (email: string) => `Hemos enviado un enlace a ${email}.`,
  suspend: 'Suspender',
  suspended: 'El usuario está suspendido y se han cerrado todas sus sesiones.',
  suspendDialog: {
    title: '¿Suspender a este usuario?',
    lead: 'Se cerrarán todas sus sesiones y no podrá iniciar sesión hasta que reactives la cuenta.',
    submit: 'Suspender',
  },
  reactivate: 'Reactivar',
  reactivated: 'El usuario puede volver a iniciar sesión.',
  sessions: 'Sesiones',
  noSessions: 'Sin sesiones abiertas.',
  endSessions: 'Cerrar todas las sesiones',
  sessionsEnded: 'Se han cerrado todas las sesiones del usuario.',
  endSessionsDialog: {
    title: '¿Cerrar todas las sesiones de este usuario?',
    lead: 'Para un dispositivo perdido o en malas manos. Se cierran todas sus sesiones. Puede volver a iniciar sesión.',
    submit: 'Cerrar todas las sesiones',
  },
  delete: 'Eliminar usuario',
  deleted: (name: string) => `Se ha eliminado a ${name}. Sus datos se borran en unos minutos.`,
  deleteDialog: {
    title: '¿Eliminar este usuario?',
    lead: 'Se cerrarán todas sus sesiones y no podrá volver a iniciar sesión. Su dirección de correo queda libre de inmediato y sus datos se borran en unos minutos. Esta acción no se puede deshacer.',
    submit: 'Eliminar usuario',
  },
  withdraw: 'Retirar invitación',
  withdrawDialog: {
    title: '¿Retirar esta invitación?',
    lead: 'El enlace deja de funcionar y el usuario se elimina. Puedes volver a invitar la misma dirección.',
    submit: 'Retirar invitación',
  },
  email: 'Dirección de correo',
  emailLead: 'La dirección actual sigue vigente hasta que el usuario confirme la nueva.',
  emailLeadInvited: 'La invitación se envía a la nueva dirección. El enlace del correo anterior deja de funcionar.',
  saveEmail: 'Cambiar dirección',
  emailSent: (address: string) =>
    `Hemos enviado un enlace a ${address}. La dirección cambia cuando el usuario la confirme.`,
  emailCorrected: (address: string) =>
    `Se ha corregido la dirección y se ha enviado una nueva invitación a ${address}.`,
  edit: 'Nombre y permisos',
  saveEdit: 'Guardar cambios',
  edited: 'Guardado.',
};

export const newUser = {
  title: 'Nuevo usuario',
  language: 'Idioma de las páginas y los correos',
  anyLanguage: 'El de su navegador; la invitación es en inglés',
  mayManage: 'Puede administrar usuarios de la organización',
  submit: 'Crear usuario',
  created: (name: string) => `Usuario creado: ${name}`,
  invitation:
    'Copia este enlace ahora y dáselo al nuevo usuario. No se volverá a mostrar. Puede usarlo una sola vez para establecer su contraseña, hasta el',
  emailed: 'También le hemos enviado por correo su propio enlace.',
  another: 'Crear otro usuario',
};
