export const signIn = {
  title: 'Iniciar sesión',
  submit: 'Iniciar sesión',
  forgot: '¿Olvidaste tu contraseña?',
  because: {
    'challenge-over': 'Se ha agotado el tiempo para iniciar sesión. Vuelve a intentarlo.',
    'session-over': 'Tu sesión ha terminado. Vuelve a iniciar sesión para continuar.',
    'signed-out': 'Has cerrado sesión.',
    'password-set': 'Tu contraseña está lista. Úsala para iniciar sesión.',
    deleted: 'Se ha eliminado tu cuenta.',
    'email-changed': 'Se ha cambiado tu dirección. Inicia sesión con ella.',
  },
};

export const signedIn = {
  as: 'Has iniciado sesión como',
  continue: 'Continuar',
  another: 'Iniciar sesión con otra cuenta',
  settings: 'Puedes cambiar tu contraseña en la configuración de tu cuenta.',
  otherAccount: 'Esta página es para otra cuenta:',
};

export const challenge = {
  title: 'Autenticación de dos factores',
  as: 'Iniciando sesión como',
  lead: 'Abre tu app de autenticación y escribe el código que muestra ahora.',
  codeHint: '6 dígitos. La app muestra un código nuevo cada 30 segundos.',
  recoveryLead: 'Escribe uno de los códigos de recuperación que guardaste al activar la autenticación de dos factores.',
  recoveryHint: '24 letras y números. Cada código funciona una sola vez y se reemplaza por uno nuevo.',
  submit: 'Verificar',
  ways: {
    recovery: 'Usar un código de recuperación',
    totp: 'Usar la app de autenticación',
    pass: 'Usar un código de acceso temporal de un administrador',
  },
  bypassCodeLead:
    'Escribe el código de acceso temporal que recibiste por correo. Un administrador puede enviarte uno. Funciona una sola vez.',
  bypassCodeHint: '24 letras y números.',
  wrongBypassCode:
    'Ese código de acceso temporal es incorrecto, ha expirado o ya se ha usado. Pide uno nuevo a tu administrador.',
  lostPhone: '¿Has perdido el teléfono?',
  stuck: '¿No funcionan los códigos? Usa un código de recuperación o consulta qué hacer sin tu teléfono.',
  stuckOtherwise: '¿No funcionan los códigos? Consulta qué hacer sin tu teléfono.',
  timeLeft: 'Tiempo restante:',
  back: 'Volver al inicio de sesión',
  wrongCode:
    'Ese código es incorrecto o ya se ha usado. Espera al siguiente. Si tampoco funciona, activa la hora automática en tu teléfono.',
  wrongRecoveryCode: 'Ese código de recuperación es incorrecto o ya se ha usado. Prueba con otro.',
};

export const password = {
  show: 'Mostrar',
  hide: 'Ocultar',
  showLabel: 'Mostrar contraseña',
  hideLabel: 'Ocultar contraseña',
  title: 'Tu contraseña',
  change: 'Cambiar contraseña',
  submit: 'Cambiar',
  changed: 'Has cambiado tu contraseña. Se han cerrado tus demás sesiones.',
};

export const identity = {
  title: 'Confirma que eres tú',
  lead: 'Para continuar, vuelve a escribir tu contraseña.',
  leadTwoFactor: 'Para continuar, escribe tu contraseña y un código nuevo.',
  submit: 'Confirmar',
  wrongPassword: 'Contraseña incorrecta.',
};
