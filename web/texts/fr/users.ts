import { counted, plural } from './counted.ts';
import { permissionNames } from './history.ts';

/* The texts of the pages for administrators, which other people do not load. */

const usersOf = (count: number): string => counted(count, 'utilisateur', 'utilisateurs');

export const userTexts = {
  users: {
    title: 'Utilisateurs',
    newUser: 'Nouvel utilisateur',
    filter: 'Filtres',
    twoFactor: 'Authentification à deux facteurs',
    all: 'Tous les états',
    enabled: 'Activée',
    disabled: 'Désactivée',
    emailPrefix: 'Adresse e-mail commençant par',
    apply: 'Appliquer',
    email: 'Adresse e-mail',
    name: 'Nom',
    status: 'Authentification à deux facteurs',
    lastSignIn: 'Dernière connexion',
    required: 'Avec second facteur',
    notRequired: 'Mot de passe seul',
    none: 'Aucun utilisateur ne correspond à ces filtres.',
    count: (count: number, hasMore: boolean) =>
      `${usersOf(count)}${hasMore ? ' sur cette page ; il y en a d’autres' : ''}`,
    first: 'Première page',
    next: 'Page suivante',
    pages: 'Pages de la liste',
    badAddress: 'Ce lien vers la liste ne fonctionne plus.',
    csv: 'Télécharger en CSV',
    csvBusy: 'Préparation…',
    csvDone: (count: number) => `Téléchargement terminé : ${usersOf(count)}`,
    adoption: 'Adoption de l’authentification à deux facteurs',
    adopted: (enabled: number, total: number) =>
      `${usersOf(enabled)} sur ${total} (${total === 0 ? 0 : Math.round((100 * enabled) / total)} %) ${plural(enabled, 'a', 'ont')} activé l’authentification à deux facteurs.`,
    followUp: 'Afficher les utilisateurs sans authentification à deux facteurs',
    overTime: (since: string, before: number, now: number) => `De ${before} % le ${since} à ${now} % aujourd’hui.`,
  },
  reminders: {
    column: 'Sélection',
    select: (email: string) => `Sélectionner ${email}`,
    all: 'Sélectionner tous les utilisateurs sans authentification à deux facteurs',
    no: 'Tout désélectionner',
    send: 'Envoyer un rappel',
    none: 'Sélectionnez d’abord les utilisateurs à qui envoyer un rappel.',
    sent: (count: number) => `${counted(count, 'rappel envoyé', 'rappels envoyés')}.`,
    skipped: {
      recently: (count: number) => `${usersOf(count)} ${plural(count, 'a', 'ont')} déjà reçu un rappel cette semaine.`,
      not_set_up: (count: number) =>
        `${usersOf(count)} ${plural(count, 'n’a', 'n’ont')} pas encore défini de mot de passe.`,
      suspended: (count: number) => `${usersOf(count)} ${plural(count, 'est suspendu', 'sont suspendus')}.`,
      enabled: (count: number) =>
        `${usersOf(count)} ${plural(count, 'a', 'ont')} déjà activé l’authentification à deux facteurs.`,
      not_found: (count: number) => `${usersOf(count)} ${plural(count, 'n’existe', 'n’existent')} plus.`,
    },
  },
  policy: {
    title: 'Règle d’authentification à deux facteurs',
    lead: 'Ce que votre organisation demande à ses utilisateurs',
    modes: {
      off: 'Facultative : chaque utilisateur décide',
      encouraged: 'Encouragée : les utilisateurs qui ne l’ont pas activée sont invités à le faire',
      required:
        'Obligatoire : à partir d’une date que vous choisissez, les utilisateurs qui ne l’ont pas activée ne peuvent rien faire d’autre avant de l’activer',
    },
    dayHint:
      'Cela s’applique aux nouvelles connexions. Les personnes déjà connectées conservent leur session jusqu’à ce qu’elle se termine, au plus tard un jour après.',
    submit: 'Enregistrer la règle',
    saved: 'Règle enregistrée.',
    encourages: (organization: string) =>
      `${organization} vous invite à activer l’authentification à deux facteurs. Cela prend environ deux minutes.`,
    requires: (organization: string) =>
      `${organization} exige l’authentification à deux facteurs. Activez-la pour continuer. D’ici là, vous ne pouvez rien faire d’autre ici.`,
    willRequire: (organization: string) =>
      `${organization} exigera bientôt l’authentification à deux facteurs. Activez-la avant le`,
  },
  user: {
    back: 'Tous les utilisateurs',
    profile: 'Profil',
    permissions: 'Autorisations',
    mayManage: permissionNames['users:manage'],
    noPermissions: 'Aucune',
    created: 'Date de création',
    status: 'État',
    active: 'Actif',
    suspended: 'Suspendu',
    gone: 'Cet utilisateur n’existe pas dans votre organisation.',
  },
  userActions: {
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
  },
  newUser: {
    title: 'Nouvel utilisateur',
    mayManage: 'Peut gérer les utilisateurs de l’organisation',
    submit: 'Créer l’utilisateur',
    created: (name: string) => `Compte créé : ${name}`,
    invitation:
      'Copiez ce lien maintenant et transmettez-le au nouvel utilisateur. Il ne sera plus affiché. Il permet de définir un mot de passe, une seule fois, jusqu’au',
    another: 'Créer un autre utilisateur',
  },
};
