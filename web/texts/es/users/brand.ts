/** How the organization's pages and mails look. */
export const brand = {
  title: 'Imagen de marca',
  lead: 'Así ven las páginas y los correos todas las personas de tu organización. Los demás ven los cambios en una hora como máximo.',
  name: 'Nombre de la organización',
  nameHint:
    'Las aplicaciones de autenticación lo muestran junto a cada código. Los códigos ya configurados conservan su nombre.',
  logo: 'Logotipo',
  logoHint: 'Las imágenes PNG, JPEG y WebP se reducen hasta que caben. Un SVG puede tener como máximo 32 KB.',
  current: 'Logotipo actual',
  remove: 'Quitar logotipo',
  ownColor: 'Usar nuestro propio color',
  light: 'Color en páginas claras',
  dark: 'Color en páginas oscuras',
  contrast: (ratio: string) => `Contraste ${ratio} : 1.`,
  lowContrast: (ratio: string) => `Contraste ${ratio} : 1. El texto necesita al menos 4,5 : 1.`,
  support: 'Contacto de soporte',
  supportHint:
    'Una dirección de correo o una dirección web. Las páginas y los correos la muestran a quien necesita ayuda.',
  lostPhone: 'Ayuda para quien ha perdido su teléfono',
  lostPhoneHint:
    'Una línea con tus propias palabras; por ejemplo, a quién llamar. «¿Has perdido tu teléfono?» la muestra en primer lugar.',
  links: 'Enlaces al final de las páginas y los correos',
  linkText: (number: number) => `Enlace ${number}: texto`,
  linkUrl: (number: number) => `Enlace ${number}: dirección web`,
  preview: 'Vista previa',
  asLight: 'Claro',
  asDark: 'Oscuro',
  sample: 'Un enlace',
  submit: 'Guardar imagen de marca',
  saved: 'Imagen de marca guardada.',
};
