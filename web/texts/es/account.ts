export const account = {
  title: 'Configuración de la cuenta',
  profile: 'Perfil',
  email: 'Dirección de correo electrónico',
  name: 'Nombre',
  organization: 'Organización',
  lastSignIn: 'Último inicio de sesión',
};

export const preferences = {
  title: 'Idioma y zona horaria',
  lead: 'Para estas páginas y para los correos que recibes.',
  timeZone: 'Zona horaria',
  submit: 'Guardar',
  saved: 'Guardado.',
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

export const sessions = {
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

export const identity = {
  title: 'Confirma que eres tú',
  lead: 'Para continuar, vuelve a escribir tu contraseña.',
  leadTwoFactor: 'Para continuar, escribe tu contraseña y un código nuevo.',
  submit: 'Confirmar',
  wrongPassword: 'Contraseña incorrecta.',
};
