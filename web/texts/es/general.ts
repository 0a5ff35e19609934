export const general = {
  problem: 'Hay un problema',
  /** In the title of the window. */
  errorBefore: (title: string) => `Error: ${title}`,
  loading: 'Cargando…',
  working: 'Un momento…',
  tryAgain: 'Reintentar',
  cancel: 'Cancelar',
  copy: 'Copiar',
  copied: 'Copiado',
  notCopied: 'No se ha podido copiar. Selecciona el texto y cópialo manualmente.',
  skip: 'Ir al contenido principal',
  never: 'Nunca',
  more: 'Mostrar más',
  navigation: 'Principal',
  language: 'Idioma',
  support: 'Contactar con soporte',
};

export const nav = {
  account: 'Cuenta',
  users: 'Usuarios',
  signOut: 'Cerrar sesión',
  stillSignedIn: 'Tu sesión sigue abierta porque no se ha podido conectar con el servicio. Vuelve a intentarlo.',
};

export const notFound = {
  title: 'Página no encontrada',
  lead: 'No hay nada en esta dirección.',
  home: 'Ir a tu cuenta',
};
