export const account = {
  title: 'Paramètres du compte',
  profile: 'Profil',
  email: 'Adresse e-mail',
  name: 'Nom',
  organization: 'Organisation',
  lastSignIn: 'Dernière connexion',
};

export const preferences = {
  title: 'Langue et fuseau horaire',
  lead: 'Pour ces pages et pour les e-mails que vous recevez.',
  timeZone: 'Fuseau horaire',
  submit: 'Enregistrer',
  saved: 'Modifications enregistrées.',
};

export const password = {
  show: 'Afficher',
  hide: 'Masquer',
  showLabel: 'Afficher le mot de passe',
  hideLabel: 'Masquer le mot de passe',
  title: 'Votre mot de passe',
  change: 'Modifier le mot de passe',
  submit: 'Modifier',
  changed: 'Votre mot de passe a été modifié. Vos autres sessions ont été fermées.',
};

export const sessions = {
  title: 'Sessions',
  device: 'Appareil',
  from: 'Adresse IP',
  how: 'Méthode',
  since: 'Ouverte le',
  seen: 'Dernière utilisation',
  act: 'Action',
  current: 'Session actuelle',
  end: 'Fermer',
  endOne: (device: string, ip: string) => `Fermer la session : ${device}, ${ip}`,
  ended: 'La session a été fermée.',
  endOthers: 'Fermer toutes les autres sessions',
  othersEnded: 'Toutes les autres sessions ont été fermées.',
};

export const identity = {
  title: 'Confirmez votre identité',
  lead: 'Pour continuer, saisissez à nouveau votre mot de passe.',
  leadTwoFactor: 'Pour continuer, saisissez votre mot de passe et un nouveau code.',
  submit: 'Confirmer',
  wrongPassword: 'Mot de passe incorrect.',
};
