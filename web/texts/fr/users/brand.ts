/** How the organization's pages and mails look. */
export const brand = {
  title: 'Image de marque',
  lead: 'L’aspect des pages et des e-mails pour toute votre organisation. Les autres voient les modifications dans l’heure.',
  name: 'Nom de l’organisation',
  nameHint:
    'Les applications d’authentification l’affichent à côté de chaque code. Les codes déjà configurés gardent leur nom.',
  logo: 'Logo',
  logoHint: 'Les images PNG, JPEG et WebP sont réduites à la bonne taille. Un fichier SVG peut faire 32 Ko au maximum.',
  current: 'Logo actuel',
  remove: 'Supprimer le logo',
  ownColor: 'Utiliser notre propre couleur',
  light: 'Couleur sur les pages claires',
  dark: 'Couleur sur les pages sombres',
  contrast: (ratio: string) => `Contraste ${ratio} : 1.`,
  lowContrast: (ratio: string) => `Contraste ${ratio} : 1. Le texte exige au moins 4,5 : 1.`,
  support: 'Contact de l’assistance',
  supportHint:
    'Une adresse e-mail ou une adresse web. Les pages et les e-mails l’affichent aux personnes qui ont besoin d’aide.',
  lostPhone: 'Aide pour les personnes sans téléphone',
  lostPhoneHint:
    'Une ligne dans vos propres mots, par exemple qui appeler. La page « Téléphone perdu ? » l’affiche en premier.',
  links: 'Liens en bas des pages et des e-mails',
  linkText: (number: number) => `Lien ${number} : texte`,
  linkUrl: (number: number) => `Lien ${number} : adresse web`,
  preview: 'Aperçu',
  asLight: 'Clair',
  asDark: 'Sombre',
  sample: 'Un lien',
  submit: 'Enregistrer l’image de marque',
  saved: 'Image de marque enregistrée.',
};
