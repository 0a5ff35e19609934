import type { Method } from '../../../shared/domain/entities/sign-in.ts';
import type { securityEventTypes } from '../../../shared/domain/events/security-event.ts';
import type { Permission } from '../../../shared/domain/fields.ts';

export const methods: Record<Method, string> = {
  password: 'Contraseña',
  'password+totp': 'Contraseña y código de la app de autenticación',
  'password+recovery_code': 'Contraseña y código de recuperación',
  'password+bypass_code': 'Contraseña y código de acceso temporal',
};

export const permissionNames: Record<Permission, string> = { 'users:manage': 'Administrar usuarios' };

const types: Record<(typeof securityEventTypes)[number], string> = {
  user_created: 'Cuenta creada',
  user_invited_again: 'Nuevo enlace para establecer la contraseña',
  user_renamed: 'Nombre cambiado',
  user_suspended: 'Cuenta suspendida',
  user_reactivated: 'Cuenta reactivada',
  user_deleted: 'Usuario eliminado',
  permissions_granted: 'Permisos concedidos',
  permissions_withdrawn: 'Permisos retirados',
  administrators_changed: 'Cambio de administradores',
  waits_lifted: 'Tiempo de espera anulado',
  email_change_requested: 'Cambio de correo solicitado',
  email_changed: 'Dirección de correo cambiada',
  email_restored: 'Dirección de correo restablecida',
  password_set: 'Contraseña establecida',
  password_changed: 'Contraseña cambiada',
  password_closed: 'Contraseña bloqueada en dispositivos nuevos tras demasiados intentos incorrectos',
  session_ended: 'Sesión cerrada',
  sessions_ended: 'Todas las demás sesiones cerradas',
  all_sessions_ended: 'Todas las sesiones cerradas',
  two_factor_enabled: 'Autenticación de dos factores activada',
  two_factor_replaced: 'App de autenticación reemplazada',
  two_factor_disabled: 'Autenticación de dos factores desactivada',
  two_factor_reset: 'Autenticación de dos factores restablecida',
  two_factor_undone: 'Autenticación de dos factores desactivada tras un aviso de «No fui yo»',
  recovery_codes_shown: 'Códigos de recuperación mostrados',
  recovery_codes_regenerated: 'Códigos de recuperación regenerados',
  recovery_codes_withdrawn: 'Códigos de recuperación anulados tras una restauración',
  recovery_code_used: 'Código de recuperación usado y reemplazado',
  two_factor_reminded: 'Recordatorio enviado para activar la autenticación de dos factores',
  brand_changed: 'Imagen de marca cambiada',
  two_factor_policy_set: 'Política de autenticación de dos factores cambiada',
  bypass_code_issued: 'Código de acceso temporal enviado',
  bypass_code_used: 'Código de acceso temporal usado',
  second_factor_failed: 'Contraseña correcta, segundo factor incorrecto',
  second_factor_abandoned: 'Contraseña correcta, inicio de sesión no completado',
  reported_not_me: 'Aviso de «No fui yo»: todas las sesiones cerradas',
  mail_refused: 'Correo no entregado',
  mail_bounced: 'Correo devuelto',
  mail_complained: 'Correo marcado como spam',
};

/** Seen by another administrator: what happened to someone’s permissions. */
const administratorChanges: Record<string, string> = {
  user_created: 'se creó una cuenta que puede administrar usuarios',
  permissions_granted: 'se concedió un permiso a alguien',
  permissions_withdrawn: 'se retiró un permiso a alguien',
  user_suspended: 'se suspendió a un administrador',
  user_reactivated: 'se reactivó a un administrador',
  user_deleted: 'se eliminó la cuenta de un administrador',
};

/** What made it possible; the texts of the events already mention a “This was not me” link. */
const links: Record<'invitation' | 'reset' | 'email', string> = {
  invitation: 'enlace de invitación',
  reset: 'enlace para restablecer la contraseña',
  email: 'enlace de confirmación',
};

export const signIns = {
  title: 'Inicios de sesión',
  none: 'Todavía no hay inicios de sesión.',
  when: 'Cuándo',
  how: 'Método',
  twoFactor: 'Segundo factor',
  from: 'Origen',
  device: 'Dispositivo',
  browserOn: (browser: string, system: string) => `${browser} en ${system}`,
  near: (city: string, country: string) => `Cerca de ${city}, ${country}`,
  unknownDevice: 'Desconocido',
  verified: 'Verificado',
  notVerified: 'No usado',
};

export const events = {
  title: 'Historial',
  none: 'Todavía no hay actividad.',
  when: 'Cuándo',
  what: 'Qué',
  who: 'Quién',
  from: 'Origen',
  brandParts: {
    name: 'nombre',
    logo: 'logotipo',
    accent: 'colores',
    supportContact: 'contacto de soporte',
    lostPhoneHelp: 'ayuda sin teléfono',
    links: 'enlaces',
  } as Record<string, string>,
  signedIn: 'Inicio de sesión',
  actors: {
    owner: 'El usuario',
    administrator: 'Un administrador',
    operator: 'El operador',
    stranger: 'Un desconocido',
    link_holder: 'Alguien con un enlace',
  },
  types,
  administratorChanges,
  permissions: permissionNames,
  links,
  about: 'Mostrar su cuenta',
  withFacts: (what: string, facts: string[]) => `${what}: ${facts.join('; ')}`,
};
