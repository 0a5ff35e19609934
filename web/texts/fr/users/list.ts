import { counted, figure, plural } from '../counted.ts';

const usersOf = (count: number): string => counted(count, 'utilisateur', 'utilisateurs');

export const userList = {
  title: 'Utilisateurs',
  newUser: 'Nouvel utilisateur',
  filter: 'Filtres',
  twoFactor: 'Authentification à deux facteurs',
  all: 'Tous les états',
  enabled: 'Activée',
  disabled: 'Désactivée',
  search: 'Rechercher par nom ou adresse e-mail',
  state: 'Statut',
  states: { active: 'Actif', never_signed_in: 'Jamais connecté', invited: 'Invité', suspended: 'Suspendu' },
  administrator: 'Administrateur',
  rows: 'Lignes',
  dense: 'Lignes compactes',
  sortBy: (column: string) => `Trier par ${column}`,
  selectPage: 'Tout sélectionner sur cette page',
  previous: 'Page précédente',
  noneYet: 'Aucun résultat pour l’instant. Passez à la page suivante pour poursuivre la recherche.',
  today: 'Aujourd’hui',
  percent: (share: number) => `${share} %`,
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
    `${usersOf(enabled)} sur ${figure(total)} (${total === 0 ? 0 : Math.round((100 * enabled) / total)} %) ${plural(enabled, 'a', 'ont')} activé l’authentification à deux facteurs.`,
  invitees: 'Les personnes qui n’ont pas encore défini de mot de passe comptent parmi celles qui ne l’ont pas.',
  followUp: 'Afficher les utilisateurs sans authentification à deux facteurs',
  overTime: (since: string, before: number, now: number) => `De ${before} % le ${since} à ${now} % aujourd’hui.`,
};

export const reminders = {
  column: 'Sélection',
  select: (email: string) => `Sélectionner ${email}`,
  skipped: {
    recently: (count: number) => `${usersOf(count)} ${plural(count, 'a', 'ont')} déjà reçu un rappel cette semaine.`,
    declined: (count: number) =>
      count === 1
        ? '1 utilisateur ne souhaite pas de rappels.'
        : `${figure(count)} utilisateurs ne souhaitent pas de rappels.`,
    not_set_up: (count: number) =>
      `${usersOf(count)} ${plural(count, 'n’a', 'n’ont')} pas encore défini de mot de passe.`,
    suspended: (count: number) => `${usersOf(count)} ${plural(count, 'est suspendu', 'sont suspendus')}.`,
    enabled: (count: number) =>
      `${usersOf(count)} ${plural(count, 'a', 'ont')} déjà activé l’authentification à deux facteurs.`,
    not_found: (count: number) => `${usersOf(count)} ${plural(count, 'n’existe', 'n’existent')} plus.`,
  },
};

export const bulk = {
  title: 'Utilisateurs sélectionnés',
  selected: (count: number) => `${usersOf(count)} ${plural(count, 'sélectionné', 'sélectionnés')}`,
  act: {
    remind: (count: number) => `Envoyer un rappel (${figure(count)})`,
    invite: (count: number) => `Inviter à nouveau (${figure(count)})`,
    suspend: (count: number) => `Suspendre (${figure(count)})`,
  },
  done: {
    remind: (count: number) => `${counted(count, 'rappel envoyé', 'rappels envoyés')}.`,
    invite: (count: number) => `${counted(count, 'invitation envoyée', 'invitations envoyées')}.`,
    suspend: (count: number) => `${counted(count, 'utilisateur suspendu', 'utilisateurs suspendus')}.`,
  },
  progress: (count: number, total: number) => `${figure(count)} sur ${figure(total)}`,
  stop: 'Arrêter',
  selectAll: 'Sélectionner tous les utilisateurs correspondants',
  clear: 'Effacer la sélection',
  suspendTitle: (count: number) => `Suspendre ${usersOf(count)} ?`,
  suspendLead:
    'Toutes leurs sessions seront fermées et ils ne pourront plus se connecter tant que vous n’aurez pas réactivé leurs comptes.',
};
