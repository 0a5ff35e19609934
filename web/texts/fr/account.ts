/* The texts of the account settings, which no one loads to sign in. */

const account = {
  email: 'Adresse e-mail',
  organization: 'Organisation',
  lastSignIn: 'Dernière connexion',
};

const places = {
  label: 'Paramètres du compte',
  security: 'Sécurité',
  profile: 'Profil',
  sessions: 'Sessions',
  activity: 'Activité',
};

const profile = {
  title: 'Votre nom',
  lead: 'Les administrateurs le voient et nos e-mails vous saluent par ce nom.',
  submit: 'Enregistrer le nom',
  saved: 'Votre nom a été modifié.',
};

const preferences = {
  title: 'Langue et fuseau horaire',
  lead: 'Pour ces pages et pour les e-mails que vous recevez.',
  timeZone: 'Fuseau horaire',
  reminders: 'M’envoyer des rappels pour activer l’authentification à deux facteurs',
  submit: 'Enregistrer',
  saved: 'Modifications enregistrées.',
};

const personalData = {
  title: 'Vos données',
  lead: 'Téléchargez tout ce que nous conservons sur votre compte, sauf les mots de passe et les clés, ou supprimez le compte.',
  download: 'Télécharger vos données',
  downloaded: 'Téléchargement terminé.',
  delete: 'Supprimer le compte',
  dialog: {
    title: 'Supprimer votre compte ?',
    lead: 'Toutes vos sessions seront fermées et vous ne pourrez plus vous connecter. Nous effaçons vos données en quelques minutes. Cette action est irréversible.',
    submit: 'Supprimer le compte',
  },
};

const sessions = {
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

const lostPhone = {
  title: 'Se connecter sans votre téléphone',
  ways: [
    'Utilisez un code de récupération. Vous en avez reçu 8 en activant l’authentification à deux facteurs. Ils sont peut-être dans votre gestionnaire de mots de passe, ou imprimés.',
    'Êtes-vous encore connecté sur un autre appareil ? Ouvrez-y les paramètres du compte et remplacez l’application d’authentification.',
  ],
  bypassCode:
    'Demandez un code de contournement à votre administrateur. Il vous est envoyé par e-mail et fonctionne une seule fois.',
  reset:
    'Si le téléphone est définitivement perdu, demandez à votre administrateur de réinitialiser l’authentification à deux facteurs. Il voudra s’assurer qu’il s’agit bien de vous.',
  support: 'Vous pouvez aussi joindre les personnes qui aident à se connecter :',
  afterwards:
    'Une fois connecté, associez une application d’authentification sur votre nouveau téléphone et conservez les nouveaux codes de récupération.',
};

const email = {
  title: 'Votre adresse e-mail',
  lead: 'Vous vous connectez avec elle et nos e-mails y sont envoyés.',
  label: 'Nouvelle adresse e-mail',
  submit: 'Modifier l’adresse',
  sent: (address: string) =>
    `Si ${address} peut être utilisée, nous y avons envoyé un lien. Votre adresse change dès que vous l’ouvrez et confirmez.`,
};

const confirmEmail = {
  title: 'Confirmez votre nouvelle adresse',
  lead: 'Vous vous connecterez désormais avec cette adresse. Toutes vos sessions seront fermées.',
  next: 'Nouvelle adresse :',
  submit: 'Confirmer',
  taken: 'Quelqu’un d’autre utilise désormais cette adresse.',
  over: 'Ce lien a expiré ou a déjà été utilisé. Demandez-en un autre dans les paramètres du compte.',
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
    'Aucun de vos codes ne fonctionne plus : votre compte a été restauré à partir d’une sauvegarde, et ils ont pu être utilisés depuis. Choisissez « Régénérer les codes de récupération » pour en obtenir 8 nouveaux.',
};
