import { counted, figure, plural } from '../counted.ts';

/** With the non-breaking space that German has before the sign. */
const percent = (share: number): string => `${share}\u00a0%`;

export const userList = {
  title: 'Benutzer',
  newUser: 'Neuer Benutzer',
  filter: 'Filter',
  twoFactor: 'Zwei-Faktor-Authentifizierung',
  all: 'Alle',
  enabled: 'Aktiviert',
  disabled: 'Nicht aktiviert',
  search: 'Nach Name oder E-Mail-Adresse suchen',
  state: 'Status',
  states: { active: 'Aktiv', never_signed_in: 'Noch nie angemeldet', invited: 'Eingeladen', suspended: 'Gesperrt' },
  administrator: 'Administrator',
  rows: 'Zeilen',
  dense: 'Kompakte Zeilen',
  sortBy: (column: string) => `Nach ${column} sortieren`,
  selectPage: 'Alle auf dieser Seite auswählen',
  previous: 'Vorherige Seite',
  noneYet: 'Noch keine Treffer. Auf der nächsten Seite geht die Suche weiter.',
  today: 'Heute',
  percent,
  apply: 'Anwenden',
  email: 'E-Mail-Adresse',
  name: 'Name',
  status: 'Zwei-Faktor-Authentifizierung',
  lastSignIn: 'Letzte Anmeldung',
  required: 'Mit zweitem Faktor',
  notRequired: 'Nur mit Passwort',
  none: 'Keine Benutzer entsprechen diesen Filtern.',
  count: (count: number, hasMore: boolean) =>
    `${figure(count)} Benutzer${hasMore ? ' auf dieser Seite; es gibt noch weitere' : ''}`,
  first: 'Erste Seite',
  next: 'Nächste Seite',
  pages: 'Seiten der Liste',
  badAddress: 'Dieser Link zur Liste funktioniert nicht mehr.',
  csv: 'CSV herunterladen',
  csvBusy: 'Wird vorbereitet\u00a0…',
  csvDone: (count: number) => `${figure(count)} Benutzer heruntergeladen`,
  adoption: 'Nutzung der Zwei-Faktor-Authentifizierung',
  adopted: (enabled: number, total: number) =>
    `${figure(enabled)} von ${counted(total, 'Benutzer', 'Benutzern')} (${percent(total === 0 ? 0 : Math.round((100 * enabled) / total))}) ${plural(enabled, 'hat', 'haben')} die Zwei-Faktor-Authentifizierung aktiviert.`,
  invitees: 'Wer noch kein Passwort festgelegt hat, zählt als Benutzer ohne zweiten Faktor.',
  followUp: 'Benutzer ohne Zwei-Faktor-Authentifizierung anzeigen',
  overTime: (since: string, before: number, now: number) =>
    `Von ${percent(before)} am ${since} auf ${percent(now)} heute.`,
};

export const reminders = {
  column: 'Auswählen',
  select: (email: string) => `${email} auswählen`,
  skipped: {
    recently: (count: number) =>
      `${figure(count)} Benutzer ${plural(count, 'hat', 'haben')} diese Woche bereits eine erhalten.`,
    declined: (count: number) =>
      count === 1 ? '1 Benutzer möchte keine Erinnerungen.' : `${figure(count)} Benutzer möchten keine Erinnerungen.`,
    not_set_up: (count: number) =>
      `${figure(count)} Benutzer ${plural(count, 'hat', 'haben')} noch kein Passwort festgelegt.`,
    suspended: (count: number) => `${figure(count)} Benutzer ${plural(count, 'ist', 'sind')} gesperrt.`,
    enabled: (count: number) =>
      `${figure(count)} Benutzer ${plural(count, 'hat', 'haben')} die Zwei-Faktor-Authentifizierung bereits aktiviert.`,
    not_found: (count: number) => `${figure(count)} Benutzer ${plural(count, 'existiert', 'existieren')} nicht mehr.`,
  },
};

export const bulk = {
  title: 'Ausgewählte Benutzer',
  selected: (count: number) => `${figure(count)} Benutzer ausgewählt`,
  act: {
    remind: (count: number) => `${figure(count)} erinnern`,
    invite: (count: number) => `${figure(count)} erneut einladen`,
    suspend: (count: number) => `${figure(count)} sperren`,
  },
  done: {
    remind: (count: number) => `${counted(count, 'Erinnerung', 'Erinnerungen')} gesendet.`,
    invite: (count: number) => `${counted(count, 'Einladung', 'Einladungen')} gesendet.`,
    suspend: (count: number) => `${figure(count)} Benutzer gesperrt.`,
  },
  progress: (count: number, total: number) => `${figure(count)} von ${figure(total)}`,
  stop: 'Anhalten',
  selectAll: 'Alle passenden Benutzer auswählen',
  clear: 'Auswahl aufheben',
  suspendTitle: (count: number) => `${figure(count)} Benutzer sperren?`,
  suspendLead:
    'Alle ihre Sitzungen werden beendet. Sie können sich erst wieder anmelden, wenn Sie die Konten entsperren.',
};
