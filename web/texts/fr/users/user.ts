import { permissionNames } from '../history.ts';

export const user = {
  back: 'Tous les utilisateurs',
  profile: 'Profil',
  permissions: 'Autorisations',
  mayManage: permissionNames['users:manage'],
  noPermissions: 'Aucune',
  created: 'Date de création',
  status: 'État',
  active: 'Actif',
  suspended: 'Suspendu',
  own: 'C’est votre propre compte. Modifiez votre nom et votre adresse sous « Compte » ; pour le reste, adressez-vous à un autre administrateur.',
  gone: 'Cet utilisateur n’existe pas dans votre organisation.',
};

export const userActions = {
  title: 'Actions',
  resetTwoFactor: 'Réinitialiser l’authentification à deux facteurs',
  reset:
    'L’authentification à deux facteurs est désactivée pour cet utilisateur. Toutes ses sessions ont été fermées et nous l’avons prévenu par e-mail.',
  resetDialog: {
    title: 'Réinitialiser l’authentification à deux facteurs ?',
    lead: 'Pour une personne qui a perdu son téléphone et ses codes de récupération. Assurez-vous de savoir qui fait la demande : ensuite, le mot de passe suffira pour se connecter à ce compte. Toutes ses sessions seront aussi fermées.',
    submit: 'Réinitialiser',
  },
  bypassCode: 'Code de contournement',
  bypassCodeDialog: {
    title: 'Envoyer un code de contournement ?',
    lead: 'Pour une personne qui n’a pas son téléphone à portée de main. Nous lui envoyons par e-mail un code de contournement qui remplace une fois son second facteur. L’authentification à deux facteurs reste activée. Assurez-vous de savoir qui fait la demande.',
    submit: 'Envoyer le code de contournement',
  },
  bypassCodeSent: (email: string) =>
    `Nous avons envoyé un code de contournement à ${email}. Il est utilisable une seule fois, jusqu’au`,
  liftWaits: 'Lever le délai d’attente',
  waitsLifted: 'Le délai d’attente est levé. L’utilisateur peut réessayer immédiatement.',
  liftWaitsDialog: {
    title: 'Lever le délai d’attente ?',
    lead: 'Pour une personne qui doit patienter après trop de mots de passe ou de codes incorrects. Elle pourra réessayer immédiatement.',
    submit: 'Lever le délai d’attente',
  },
  invite: 'Nouveau lien d’invitation',
  invitation:
    'Transmettez ce lien à l’utilisateur. Il ne sera plus affiché. Il permet de définir un mot de passe, une seule fois, jusqu’au',
  invitationSent: (email: string) => `Nous avons envoyé un lien à ${email}.`,
  suspend: 'Suspendre',
  suspended: 'L’utilisateur est suspendu et toutes ses sessions ont été fermées.',
  suspendDialog: {
    title: 'Suspendre cet utilisateur ?',
    lead: 'Toutes ses sessions seront fermées, et il ne pourra plus se connecter tant que vous n’aurez pas réactivé son compte.',
    submit: 'Suspendre',
  },
  reactivate: 'Réactiver',
  reactivated: 'L’utilisateur peut à nouveau se connecter.',
  sessions: 'Sessions',
  noSessions: 'Aucune session ouverte.',
  endSessions: 'Fermer toutes les sessions',
  sessionsEnded: 'Toutes les sessions de l’utilisateur ont été fermées.',
  endSessionsDialog: {
    title: 'Fermer toutes les sessions de cet utilisateur ?',
    lead: 'Pour un appareil perdu ou en de mauvaises mains. Toutes ses sessions sont fermées. Il peut se reconnecter.',
    submit: 'Fermer toutes les sessions',
  },
  delete: 'Supprimer l’utilisateur',
  deleted: (name: string) => `${name} a été supprimé. Ses données sont effacées en quelques minutes.`,
  deleteDialog: {
    title: 'Supprimer cet utilisateur ?',
    lead: 'Toutes ses sessions sont fermées et il ne peut plus se connecter. Son adresse e-mail est aussitôt disponible et ses données sont effacées en quelques minutes. Cette action est irréversible.',
    submit: 'Supprimer l’utilisateur',
  },
  withdraw: 'Retirer l’invitation',
  withdrawDialog: {
    title: 'Retirer cette invitation ?',
    lead: 'Le lien cesse de fonctionner et l’utilisateur est supprimé. Vous pouvez inviter à nouveau la même adresse.',
    submit: 'Retirer l’invitation',
  },
  email: 'Adresse e-mail',
  emailLead: 'L’adresse actuelle reste valable jusqu’à ce que l’utilisateur confirme la nouvelle.',
  emailLeadInvited: 'L’invitation est envoyée à la nouvelle adresse. Le lien de l’ancien e-mail cesse de fonctionner.',
  saveEmail: 'Modifier l’adresse',
  emailSent: (address: string) =>
    `Nous avons envoyé un lien à ${address}. L’adresse change dès que l’utilisateur la confirme.`,
  emailCorrected: (address: string) =>
    `L’adresse a été corrigée et une nouvelle invitation a été envoyée à ${address}.`,
  edit: 'Nom et autorisations',
  saveEdit: 'Enregistrer les modifications',
  edited: 'Modifications enregistrées.',
};

export const newUser = {
  title: 'Nouvel utilisateur',
  language: 'Langue des pages et des e-mails',
  anyLanguage: 'Celle du navigateur ; l’invitation est en anglais',
  mayManage: 'Peut gérer les utilisateurs de l’organisation',
  submit: 'Créer l’utilisateur',
  created: (name: string) => `Compte créé : ${name}`,
  invitation:
    'Copiez ce lien maintenant et transmettez-le au nouvel utilisateur. Il ne sera plus affiché. Il permet de définir un mot de passe, une seule fois, jusqu’au',
  emailed: 'Nous lui avons aussi envoyé son propre lien par e-mail.',
  another: 'Créer un autre utilisateur',
};
