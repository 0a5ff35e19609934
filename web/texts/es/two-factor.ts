import { figure, theTime } from './counted.ts';

export const twoFactor = {
  title: 'Autenticación de dos factores',
  why: 'Un segundo paso al iniciar sesión: primero tu contraseña y después un código de una app de tu teléfono. Protege tu cuenta aunque alguien averigüe tu contraseña.',
  on: 'Activada',
  off: 'Desactivada',
  since: 'desde el',
  enable: 'Activar',
  disable: 'Desactivar',
  replace: 'Reemplazar la app de autenticación',
  show: 'Mostrar códigos de recuperación',
  hide: 'Ocultar códigos de recuperación',
  regenerate: 'Regenerar códigos de recuperación',
  disabled: 'La autenticación de dos factores está desactivada. Ahora inicias sesión solo con tu contraseña.',
  enabled: 'La autenticación de dos factores está activada. Guarda ahora tus códigos de recuperación.',
  replacedApp:
    'Tu nueva app de autenticación está vinculada. La app y los códigos de recuperación anteriores ya no funcionan.',
  regenerated: 'Tienes 8 códigos de recuperación nuevos. Los anteriores ya no funcionan.',
  replaced:
    'Has iniciado sesión con un código de recuperación. Ya no funciona y se ha reemplazado por uno nuevo. Guarda la lista actualizada.',
  setup: {
    title: 'Vincula tu app de autenticación',
    scan: 'Escanea este código QR con una app de autenticación, como Google Authenticator, Authy o 1Password.',
    qrCode: (issuer: string, account: string) =>
      `Código QR para una app de autenticación: ${issuer}, ${account}. También puedes escribir la clave secreta que aparece más abajo.`,
    key: 'O escribe esta clave secreta',
    parameters: 'Basado en tiempo, SHA-1, 6 dígitos, 30 segundos',
    link: 'Abrir en una app de este dispositivo',
    label: 'Aparecerá como',
    confirmTitle: 'Confirmar',
    confirmLead: 'Escribe el código que la app muestra ahora. Nada cambiará hasta que confirmes.',
    submit: 'Confirmar configuración',
    until: (time: string) =>
      `Esta configuración expira a ${theTime(time)}. Si sales de la página antes de confirmar, tendrás que empezar de nuevo.`,
    wrongCode:
      'Ese código es incorrecto. Comprueba que has escaneado este código QR y que tu teléfono usa la hora automática; después, escribe el código que la app muestra ahora.',
    over: 'Esta configuración ha expirado, se ha reemplazado por otra o ha habido demasiados códigos incorrectos. Empieza de nuevo.',
  },
  codes: {
    title: 'Códigos de recuperación',
    lead: 'Si pierdes el teléfono, puedes iniciar sesión con uno de estos códigos. Cada uno funciona una sola vez y se reemplaza por uno nuevo. No los guardes en el teléfono: usa un gestor de contraseñas, o imprímelos y guárdalos en un lugar seguro.',
    used: (count: number) =>
      count === 1
        ? 'Desde que se crearon, se ha usado y sustituido 1 código. Vuelve a guardarlos: en una copia anterior falta el nuevo.'
        : `Desde que se crearon, se han usado y sustituido ${figure(count)} códigos. Vuelve a guardarlos: en una copia anterior faltan los nuevos.`,
    list: 'Tus códigos de recuperación',
    generated: 'Creados el',
    copy: 'Copiar',
    download: 'Descargar',
    print: 'Imprimir',
    downloaded: 'Descargados',
    done: 'Listo',
    /** What kept codes say of themselves, before the codes. */
    kept: (account: string, issuer: string, created: string): string[] => [
      `${issuer}: códigos de recuperación de ${account}`,
      `Creados el ${created}. Cada código funciona una sola vez y otro nuevo lo reemplaza.`,
    ],
  },
  disableDialog: {
    title: '¿Desactivar la autenticación de dos factores?',
    lead: 'Iniciarás sesión solo con tu contraseña. Tus códigos de recuperación y tu app de autenticación dejarán de funcionar con esta cuenta, y se cerrarán tus demás sesiones.',
    submit: 'Desactivar',
  },
  regenerateDialog: {
    title: '¿Regenerar los códigos de recuperación?',
    lead: 'Obtendrás 8 códigos nuevos. Los actuales dejarán de funcionar de inmediato.',
    submit: 'Regenerar',
  },
};
