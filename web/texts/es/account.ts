/* The texts of the account settings, which no one loads to sign in. */

const account = {
  email: 'Dirección de correo electrónico',
  organization: 'Organización',
  lastSignIn: 'Último inicio de sesión',
};

const places = {
  label: 'Configuración de la cuenta',
  security: 'Seguridad',
  profile: 'Perfil',
  sessions: 'Sesiones',
  activity: 'Actividad',
};

const profile = {
  title: 'Tu nombre',
  lead: 'Lo ven los administradores, y nuestros correos te saludan con él.',
  submit: 'Guardar nombre',
  saved: 'Se ha cambiado tu nombre.',
};

const preferences = {
  title: 'Idioma y zona horaria',
  lead: 'Para estas páginas y para los correos que recibes.',
  timeZone: 'Zona horaria',
  reminders: 'Enviarme recordatorios para activar la autenticación de dos factores',
  submit: 'Guardar',
  saved: 'Guardado.',
};

const personalData = {
  title: 'Tus datos',
  lead: 'Descarga todo lo que guardamos sobre tu cuenta, salvo contraseñas y claves, o elimina la cuenta.',
  download: 'Descargar tus datos',
  downloaded: 'Descarga completada.',
  delete: 'Eliminar cuenta',
  dialog: {
    title: '¿Eliminar tu cuenta?',
    lead: 'Se cerrarán todas tus sesiones y no podrás volver a iniciar sesión. Borramos tus datos en unos minutos. Esta acción no se puede deshacer.',
    submit: 'Eliminar cuenta',
  },
};

const sessions = {
  title: 'Sesiones',
  device: 'Dispositivo',
  from: 'Origen',
  how: 'Método',
  since: 'Inicio',
  seen: 'Último uso',
  act: 'Acción',
  current: 'Esta sesión',
  end: 'Cerrar',
  endOne: (device: string, ip: string) => `Cerrar la sesión de ${device} (${ip})`,
  ended: 'Se ha cerrado la sesión.',
  endOthers: 'Cerrar todas las demás',
  othersEnded: 'Se han cerrado todas las demás sesiones.',
};

const lostPhone = {
  title: 'Iniciar sesión sin tu teléfono',
  ways: [
    'Usa un código de recuperación. Recibiste 8 cuando activaste la autenticación de dos factores. Quizá estén en tu gestor de contraseñas o impresos.',
    '¿Tienes la sesión abierta en otro dispositivo? Abre allí la configuración de la cuenta y cambia la app de autenticación.',
  ],
  bypassCode: 'Pide a tu administrador un código de acceso temporal. Te llega por correo y funciona una sola vez.',
  reset:
    'Si has perdido el teléfono para siempre, pide a tu administrador que restablezca la autenticación de dos factores. Querrá asegurarse de que eres tú.',
  support: 'También puedes contactar con quienes ayudan a iniciar sesión:',
  afterwards:
    'Cuando hayas entrado, conecta una app de autenticación en tu nuevo teléfono y guarda los nuevos códigos de recuperación.',
};

const email = {
  title: 'Tu dirección de correo',
  lead: 'Inicias sesión con ella y nuestros correos llegan allí.',
  label: 'Nueva dirección de correo',
  submit: 'Cambiar dirección',
  sent: (address: string) =>
    `Si se puede usar ${address}, hemos enviado allí un enlace. Tu dirección cambia cuando lo abras y confirmes.`,
};

const confirmEmail = {
  title: 'Confirma tu nueva dirección',
  lead: 'A partir de ahora iniciarás sesión con esta dirección. Se cerrarán todas tus sesiones.',
  next: 'Nueva dirección:',
  submit: 'Confirmar',
  taken: 'Otra persona ya usa esta dirección.',
  over: 'Este enlace ha caducado o ya se ha usado. Pide otro en la configuración de la cuenta.',
};

export const accountTexts = {
  lostPhone,
  email,
  confirmEmail,
  account,
  places,
  profile,
  preferences,
  personalData,
  sessions,
  codesWithdrawn:
    'Ninguno de tus códigos funciona ya: tu cuenta se restauró desde una copia de seguridad y es posible que se hayan usado desde entonces. Elige «Regenerar códigos de recuperación» para obtener 8 nuevos.',
};
