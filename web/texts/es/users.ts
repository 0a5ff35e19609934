import { counted, isOne, percent } from './counted.ts';
import { permissionNames } from './history.ts';

/* The texts of the pages for administrators, which other people do not load. */

const users = (count: number): string => counted(count, 'usuario', 'usuarios');

export const userTexts = {
  users: {
    title: 'Usuarios',
    newUser: 'Nuevo usuario',
    filter: 'Filtro',
    twoFactor: 'Autenticación de dos factores',
    all: 'Cualquier estado',
    enabled: 'Activada',
    disabled: 'Desactivada',
    emailPrefix: 'El correo empieza por',
    apply: 'Aplicar',
    email: 'Correo electrónico',
    name: 'Nombre',
    status: 'Autenticación de dos factores',
    lastSignIn: 'Último inicio de sesión',
    required: 'Con segundo factor',
    notRequired: 'Solo con contraseña',
    none: 'Ningún usuario coincide con estos filtros.',
    count: (count: number, hasMore: boolean) => `${users(count)}${hasMore ? ' en esta página; hay más' : ''}`,
    first: 'Primera página',
    next: 'Página siguiente',
    pages: 'Páginas de la lista',
    badAddress: 'Este enlace a la lista ya no funciona.',
    csv: 'Descargar CSV',
    csvBusy: 'Preparando…',
    csvDone: (count: number) => `CSV descargado: ${users(count)}`,
    adoption: 'Adopción de la autenticación de dos factores',
    adopted: (enabled: number, total: number) => {
      const share = percent(total === 0 ? 0 : Math.round((100 * enabled) / total));
      const have = isOne(enabled) ? 'tiene' : 'tienen';
      return `${enabled} de ${users(total)} (${share}) ${have} activada la autenticación de dos factores.`;
    },
    followUp: 'Mostrar usuarios sin autenticación de dos factores',
    overTime: (since: string, before: number, now: number) =>
      `Del ${percent(before)} el ${since} al ${percent(now)} de hoy.`,
  },
  reminders: {
    column: 'Seleccionar',
    select: (email: string) => `Seleccionar ${email}`,
    all: 'Seleccionar a todos los usuarios sin autenticación de dos factores',
    no: 'No seleccionar a nadie',
    send: 'Enviar recordatorio',
    none: 'Primero selecciona a los usuarios a los que quieres enviar el recordatorio.',
    sent: (count: number) =>
      `${isOne(count) ? 'Se ha enviado' : 'Se han enviado'} ${counted(count, 'recordatorio', 'recordatorios')}.`,
    skipped: {
      recently: (count: number) => `${users(count)} ya ${isOne(count) ? 'recibió' : 'recibieron'} uno esta semana.`,
      not_set_up: (count: number) =>
        `${users(count)} todavía no ${isOne(count) ? 'ha' : 'han'} establecido una contraseña.`,
      suspended: (count: number) => `${users(count)} ${isOne(count) ? 'está suspendido' : 'están suspendidos'}.`,
      enabled: (count: number) =>
        `${users(count)} ya ${isOne(count) ? 'tiene' : 'tienen'} activada la autenticación de dos factores.`,
      not_found: (count: number) => `${users(count)} ya no ${isOne(count) ? 'existe' : 'existen'}.`,
    },
  },
  policy: {
    title: 'Política de autenticación de dos factores',
    lead: 'Lo que tu organización pide a sus usuarios',
    modes: {
      off: 'Opcional: cada usuario decide',
      encouraged: 'Recomendada: se pide a los usuarios que no la tienen que la activen',
      required:
        'Obligatoria: a partir de la fecha que elijas, los usuarios que no la tengan no podrán hacer nada hasta que la activen',
    },
    dayHint:
      'Se aplica a los nuevos inicios de sesión. Quienes ya tienen una sesión abierta la conservan hasta que termine, como máximo un día.',
    submit: 'Guardar política',
    saved: 'Política guardada.',
    encourages: (organization: string) =>
      `${organization} te pide que actives la autenticación de dos factores. Solo lleva unos dos minutos.`,
    requires: (organization: string) =>
      `${organization} exige la autenticación de dos factores. Actívala para continuar. Hasta entonces, no podrás hacer nada más aquí.`,
    willRequire: (organization: string) =>
      `${organization} exigirá pronto la autenticación de dos factores. Actívala antes del`,
  },
  user: {
    back: 'Todos los usuarios',
    profile: 'Perfil',
    permissions: 'Permisos',
    mayManage: permissionNames['users:manage'],
    noPermissions: 'Ninguno',
    created: 'Fecha de creación',
    status: 'Estado',
    active: 'Activo',
    suspended: 'Suspendido',
    gone: 'Ese usuario no existe en tu organización.',
  },
  userActions: {
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
  },
  newUser: {
    title: 'Nuevo usuario',
    mayManage: 'Puede administrar usuarios de la organización',
    submit: 'Crear usuario',
    created: (name: string) => `Usuario creado: ${name}`,
    invitation:
      'Copia este enlace ahora y dáselo al nuevo usuario. No se volverá a mostrar. Puede usarlo una sola vez para establecer su contraseña, hasta el',
    another: 'Crear otro usuario',
  },
};
