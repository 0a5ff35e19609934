/* The pages that links in emails open, and the one that asks for an email. */

export const links = {
  incomplete: 'Este enlace está incompleto. Copia el enlace completo del correo.',
  readBefore: 'Por tu seguridad, esta página olvida el enlace al recargarla. Vuelve a abrir el enlace desde el correo.',
  over: 'Este enlace ha expirado o ya se ha usado.',
};

export const setPassword = {
  title: 'Establecer contraseña',
  lead: 'Establece una contraseña para',
  hint: (least: number) =>
    `Al menos ${least} caracteres. Funciona bien juntar varias palabras que a nadie más se le ocurriría combinar.`,
  submit: 'Establecer contraseña',
  askAgain: 'Pide uno nuevo a tu administrador.',
  resetAgain: 'Recibir un enlace nuevo por correo',
};

export const forgot = {
  title: 'Restablecer contraseña',
  lead: 'Escribe la dirección de correo electrónico con la que inicias sesión. Te enviaremos un enlace para establecer una contraseña nueva.',
  submit: 'Enviar correo',
  noMail: 'El correo no está configurado aquí. Pide a tu administrador un enlace para establecer una contraseña nueva.',
  sentTitle: 'Revisa tu correo',
  sent: (email: string) =>
    `Si existe una cuenta para ${email}, hemos enviado un enlace a esa dirección. El enlace funciona durante 30 minutos.`,
  nothing:
    'Si no ves el correo, mira en la carpeta de spam, comprueba que la dirección sea correcta o pregunta a tu administrador.',
};

export const notMe = {
  title: 'No fui yo',
  lead: 'Se cerrarán todas las sesiones de tu cuenta, en todos los dispositivos, y tu contraseña actual dejará de funcionar. Si la autenticación de dos factores se activó en ese momento o después, se desactivará. Después podrás elegir una contraseña nueva.',
  account: 'Cuenta:',
  submit: 'Cerrar todas las sesiones',
  done: 'Se han cerrado todas las sesiones. Ahora elige una contraseña nueva.',
  over: 'Este enlace ha expirado o tu contraseña ha cambiado desde entonces.',
};
