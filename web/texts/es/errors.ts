import type { FaultCode } from '../../../shared/domain/errors.ts';
import type { ApiErrorCode } from '../en/errors.ts';
import { counted } from './counted.ts';

export const errors: Record<ApiErrorCode, string> = {
  request_invalid: 'Revisa los datos que has escrito.',
  credentials_invalid: 'La dirección de correo electrónico o la contraseña son incorrectas.',
  session_required: 'Tu sesión ha terminado. Vuelve a iniciar sesión.',
  challenge_invalid: 'Se ha agotado el tiempo para iniciar sesión. Vuelve a intentarlo.',
  code_invalid: 'Ese código es incorrecto o ya se ha usado.',
  identity_confirmation_required: 'Primero confirma que eres tú.',
  permission_required: 'No tienes permiso para administrar usuarios. Pídeselo a un administrador.',
  two_factor_required: 'Primero activa la autenticación de dos factores.',
  origin_rejected:
    'Esta solicitud no procede de este sitio. Abre la página en su dirección habitual y vuelve a intentarlo.',
  not_found: 'Aquí no hay nada.',
  method_not_allowed: 'Esta página no está actualizada. Recárgala.',
  two_factor_not_enabled:
    'La autenticación de dos factores no está activada. Recarga la página para ver el estado actual.',
  setup_invalid: 'Esta configuración ha expirado o se ha reemplazado por otra. Empieza de nuevo.',
  email_taken: 'Ya existe un usuario con esta dirección de correo electrónico.',
  user_suspended: 'Este usuario está suspendido. Reactívalo primero.',
  last_administrator: 'Tu organización necesita al menos un administrador activo. Añade otro primero.',
  mail_required:
    'Esto solo se puede enviar al usuario por correo, y el correo no está configurado aquí. Pide a quien gestiona este servicio que lo configure.',
  payload_too_large: 'Es demasiado largo.',
  media_type_unsupported: 'Esta página no está actualizada. Recárgala.',
  password_rejected: 'Elige otra contraseña.',
  too_many_attempts: 'Demasiados intentos. Espera un momento y vuelve a intentarlo.',
  temporarily_unavailable: 'El servicio no responde en este momento. Vuelve a intentarlo en unos instantes.',
  internal:
    'Algo ha fallado por nuestra parte. Vuelve a intentarlo y, si el problema continúa, contacta con tu administrador.',
  offline: 'No se puede conectar con el servicio. Comprueba tu conexión y vuelve a intentarlo.',
};

/** A time to wait, in the unit that people would use. */
const duration = (seconds: number): string => {
  if (seconds < 60) return counted(seconds, 'segundo', 'segundos');
  if (seconds <= 90 * 60) return counted(Math.ceil(seconds / 60), 'minuto', 'minutos');
  return counted(Math.ceil(seconds / 3_600), 'hora', 'horas');
};

export const wait = (seconds: number): string =>
  `Demasiados intentos. Espera ${duration(seconds)} y vuelve a intentarlo.`;

/** Words that come in English quotation marks, in Spanish ones. */
const inSpanishQuotes = (words: string): string => words.replaceAll('“', '«').replaceAll('”', '»');

/** What is wrong with a field. `value`: a number, quoted words or domains, as the code needs one. */
export const faults: Record<FaultCode, (value: string) => string> = {
  too_short: (value) => `Usa al menos ${value} caracteres.`,
  too_long: (value) => `Usa como máximo ${value} caracteres.`,
  common_password: () => 'Esta contraseña es de las primeras que cualquiera probaría.',
  repetitive_password: () => 'Evita los caracteres repetidos y las secuencias sencillas.',
  guessable_password: () =>
    'Es fácil de adivinar: palabras comunes, nombres, fechas y patrones de teclado, aunque se dupliquen o se les añadan números. Usa cuatro o más palabras sin relación entre sí.',
  password_of_context: (value) =>
    `Lo primero que otros probarían con tu cuenta es ${inSpanishQuotes(value)}. Evítalo o añade más palabras sin relación entre sí.`,
  domain_not_allowed: (value) => `Usa una dirección de correo electrónico de uno de estos dominios: ${value}.`,
  own_account: () => 'No puedes hacer esto en tu propia cuenta. Pídeselo a otro administrador.',
  ill_formed_text: () => 'Este texto contiene caracteres mal codificados.',
  direction_character: () => 'No se permiten caracteres que cambien la dirección del texto.',
  control_character: () => 'No se permiten caracteres de control ni saltos de línea.',
  invisible_character: () => 'No se permiten caracteres invisibles.',
  private_character: () =>
    'No se permiten caracteres de uso privado, porque cada dispositivo los muestra de forma distinta.',
  unknown_character: () => 'Hay un carácter que Unicode no define.',
  too_many_marks: () => 'Hay demasiados acentos en una misma letra.',
  nothing_visible: () => 'Usa al menos un carácter visible.',
  email_incomplete: () => 'Escribe una dirección de correo electrónico, como nombre@example.com.',
  email_accents: () => 'Antes de la @ solo se pueden usar letras sin acentos, números y signos.',
  email_name_too_long: (value) => `Usa como máximo ${value} caracteres antes de la @.`,
  email_dots: () => 'Antes de la @, un punto no puede estar al principio, al final ni repetirse.',
  email_characters: () =>
    'Antes de la @ no se permiten espacios, comillas, paréntesis, comas, dos puntos ni barras invertidas.',
  email_ip_address: () => 'Después de la @, usa un nombre de dominio, no una dirección IP.',
  email_label_too_long: (value) => `Usa como máximo ${value} caracteres entre dos puntos del dominio.`,
  email_domain: () => 'Después de la @, usa un nombre de dominio, por ejemplo, example.com.',
  email_domain_incomplete: () => 'El dominio después de la @ está incompleto. Necesita un punto, como en example.com.',
  clock_off: (value) =>
    `El reloj de tu teléfono está unos ${counted(Math.abs(Number(value)), 'minuto', 'minutos')} ${Number(value) > 0 ? 'adelantado' : 'atrasado'}. Ponlo en hora automática y escribe el código que muestra la aplicación.`,
  color_too_light: (value) => `El contraste es de ${value} : 1 y el texto necesita 4,5 : 1. Elige un color más oscuro.`,
  color_too_dark: (value) => `El contraste es de ${value} : 1 y el texto necesita 4,5 : 1. Elige un color más claro.`,
  logo_unreadable: () => 'Esto no es una imagen PNG ni SVG.',
  logo_too_large: () => 'Usa una imagen de 32 KB como máximo, con 1024 píxeles de ancho y alto como máximo.',
  logo_unsafe: () =>
    'Este SVG contiene más que un dibujo sencillo, por ejemplo, un script, una hoja de estilos, una máscara o partes que se dibujan varias veces.',
  name_like_address: () =>
    'Usa un nombre sin dirección ni número de teléfono. Cualquier otro puede ponerlo el operador.',
  web_address_invalid: () => 'Usa una dirección que empiece por https://.',
  contact_invalid: () => 'Usa una dirección de correo o una dirección que empiece por https://.',
};
