export const general = {
  problem: 'Il y a un problème',
  /** In the title of the window. */
  errorBefore: (title: string) => `Erreur : ${title}`,
  loading: 'Chargement…',
  working: 'Un instant…',
  tryAgain: 'Réessayer',
  cancel: 'Annuler',
  copy: 'Copier',
  copied: 'Copié',
  notCopied: 'La copie n’a pas fonctionné. Sélectionnez le texte et copiez-le vous-même.',
  skip: 'Aller au contenu principal',
  never: 'Jamais',
  more: 'Afficher plus',
  navigation: 'Menu principal',
  language: 'Langue',
  support: 'Contacter l’assistance',
};

export const nav = {
  account: 'Compte',
  users: 'Utilisateurs',
  signOut: 'Se déconnecter',
  stillSignedIn: 'Votre session est toujours ouverte, car le service est injoignable. Réessayez.',
};

export const notFound = {
  title: 'Page introuvable',
  lead: 'Il n’y a rien à cette adresse.',
  home: 'Accéder à votre compte',
};
