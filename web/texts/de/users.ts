import { counted, plural } from './counted.ts';
import { permissionNames } from './history.ts';

/* The texts of the pages for administrators, which other people do not load. */

/** With the non-breaking space that German has before the sign. */
const percent = (share: number): string => `${share}\u00a0%`;

export const userTexts = {
  users: {
    title: 'Benutzer',
    newUser: 'Neuer Benutzer',
    filter: 'Filter',
    twoFactor: 'Zwei-Faktor-Authentifizierung',
    all: 'Alle',
    enabled: 'Aktiviert',
    disabled: 'Nicht aktiviert',
    emailPrefix: 'E-Mail-Adresse beginnt mit',
    apply: 'Anwenden',
    email: 'E-Mail-Adresse',
    name: 'Name',
    status: 'Zwei-Faktor-Authentifizierung',
    lastSignIn: 'Letzte Anmeldung',
    required: 'Mit zweitem Faktor',
    notRequired: 'Nur mit Passwort',
    none: 'Keine Benutzer entsprechen diesen Filtern.',
    count: (count: number, hasMore: boolean) =>
      `${count} Benutzer${hasMore ? ' auf dieser Seite; es gibt noch weitere' : ''}`,
    first: 'Erste Seite',
    next: 'Nächste Seite',
    pages: 'Seiten der Liste',
    badAddress: 'Dieser Link zur Liste funktioniert nicht mehr.',
    csv: 'CSV herunterladen',
    csvBusy: 'Wird vorbereitet\u00a0…',
    csvDone: (count: number) => `${count} Benutzer heruntergeladen`,
    adoption: 'Nutzung der Zwei-Faktor-Authentifizierung',
    adopted: (enabled: number, total: number) =>
      `${enabled} von ${counted(total, 'Benutzer', 'Benutzern')} (${percent(total === 0 ? 0 : Math.round((100 * enabled) / total))}) ${plural(enabled, 'hat', 'haben')} die Zwei-Faktor-Authentifizierung aktiviert.`,
    followUp: 'Benutzer ohne Zwei-Faktor-Authentifizierung anzeigen',
    overTime: (since: string, before: number, now: number) =>
      `Von ${percent(before)} am ${since} auf ${percent(now)} heute.`,
  },
  reminders: {
    column: 'Auswählen',
    select: (email: string) => `${email} auswählen`,
    all: 'Alle ohne Zwei-Faktor-Authentifizierung auswählen',
    no: 'Auswahl aufheben',
    send: 'Erinnerung senden',
    none: 'Wählen Sie zuerst die Benutzer aus, die Sie erinnern möchten.',
    sent: (count: number) => `${counted(count, 'Erinnerung', 'Erinnerungen')} gesendet.`,
    skipped: {
      recently: (count: number) =>
        `${count} Benutzer ${plural(count, 'hat', 'haben')} diese Woche bereits eine erhalten.`,
      not_set_up: (count: number) =>
        `${count} Benutzer ${plural(count, 'hat', 'haben')} noch kein Passwort festgelegt.`,
      suspended: (count: number) => `${count} Benutzer ${plural(count, 'ist', 'sind')} gesperrt.`,
      enabled: (count: number) =>
        `${count} Benutzer ${plural(count, 'hat', 'haben')} die Zwei-Faktor-Authentifizierung bereits aktiviert.`,
      not_found: (count: number) => `${count} Benutzer ${plural(count, 'existiert', 'existieren')} nicht mehr.`,
    },
  },
  policy: {
    title: 'Zwei-Faktor-Richtlinie',
    lead: 'Was Ihre Organisation von ihren Benutzern erwartet',
    modes: {
      off: 'Optional: Jeder Benutzer entscheidet selbst',
      encouraged: 'Empfohlen: Benutzer ohne Zwei-Faktor-Authentifizierung werden gebeten, sie zu aktivieren',
      required:
        'Erforderlich: Ab einem Datum Ihrer Wahl müssen Benutzer die Zwei-Faktor-Authentifizierung aktivieren, bevor sie etwas anderes tun können',
    },
    dayHint:
      'Das gilt für neue Anmeldungen. Wer bereits angemeldet ist, behält seine Sitzung, bis sie endet – spätestens nach einem Tag.',
    submit: 'Richtlinie speichern',
    saved: 'Richtlinie gespeichert.',
    encourages: (organization: string) =>
      `${organization} bittet Sie, die Zwei-Faktor-Authentifizierung zu aktivieren. Das dauert etwa zwei Minuten.`,
    requires: (organization: string) =>
      `Bei ${organization} ist die Zwei-Faktor-Authentifizierung Pflicht. Aktivieren Sie sie, um fortzufahren. Bis dahin können Sie hier nichts anderes tun.`,
    willRequire: (organization: string) =>
      `Bei ${organization} wird die Zwei-Faktor-Authentifizierung bald Pflicht. Aktivieren Sie sie vor dem`,
  },
  user: {
    back: 'Alle Benutzer',
    profile: 'Profil',
    permissions: 'Berechtigungen',
    mayManage: permissionNames['users:manage'],
    noPermissions: 'Keine',
    created: 'Erstellt am',
    status: 'Status',
    active: 'Aktiv',
    suspended: 'Gesperrt',
    gone: 'Diesen Benutzer gibt es in Ihrer Organisation nicht.',
  },
  userActions: {
    title: 'Aktionen',
    resetTwoFactor: 'Zwei-Faktor-Authentifizierung zurücksetzen',
    reset:
      'Die Zwei-Faktor-Authentifizierung ist für diesen Benutzer jetzt deaktiviert. Er wurde überall abgemeldet und per E-Mail benachrichtigt.',
    resetDialog: {
      title: 'Zwei-Faktor-Authentifizierung zurücksetzen?',
      lead: 'Für Personen, die ihr Smartphone und ihre Wiederherstellungscodes verloren haben. Vergewissern Sie sich, wer Sie darum bittet: Danach reicht das Passwort für die Anmeldung aus. Außerdem werden alle Sitzungen des Benutzers beendet.',
      submit: 'Zurücksetzen',
    },
    bypassCode: 'Umgehungscode senden',
    bypassCodeDialog: {
      title: 'Umgehungscode senden?',
      lead: 'Für Personen, die ihr Smartphone gerade nicht bei sich haben. Wir senden ihnen per E-Mail einen Umgehungscode, der einmalig den zweiten Faktor ersetzt. Die Zwei-Faktor-Authentifizierung bleibt aktiviert. Vergewissern Sie sich, wer Sie darum bittet.',
      submit: 'Umgehungscode senden',
    },
    bypassCodeSent: (email: string) =>
      `Wir haben einen Umgehungscode an ${email} gesendet. Er funktioniert nur einmal und ist gültig bis`,
    liftWaits: 'Wartezeit aufheben',
    waitsLifted: 'Die Wartezeit wurde aufgehoben. Der Benutzer kann es sofort wieder versuchen.',
    liftWaitsDialog: {
      title: 'Wartezeit aufheben?',
      lead: 'Für Personen, die nach zu vielen falschen Passwörtern oder Codes warten müssen. Sie können es dann sofort wieder versuchen.',
      submit: 'Wartezeit aufheben',
    },
    invite: 'Neuer Einladungslink',
    invitation:
      'Geben Sie dem Benutzer diesen Link, damit er sein Passwort festlegen kann. Der Link wird nicht noch einmal angezeigt, funktioniert nur einmal und ist gültig bis',
    invitationSent: (email: string) => `Wir haben einen Link an ${email} gesendet.`,
    suspend: 'Sperren',
    suspended: 'Der Benutzer ist gesperrt und wurde überall abgemeldet.',
    suspendDialog: {
      title: 'Diesen Benutzer sperren?',
      lead: 'Alle Sitzungen des Benutzers werden beendet, und er kann sich nicht anmelden, bis Sie das Konto wieder entsperren.',
      submit: 'Sperren',
    },
    reactivate: 'Entsperren',
    reactivated: 'Der Benutzer kann sich wieder anmelden.',
  },
  newUser: {
    title: 'Neuer Benutzer',
    mayManage: 'Kann Benutzer der Organisation verwalten',
    submit: 'Benutzer erstellen',
    created: (name: string) => `${name} wurde erstellt`,
    invitation:
      'Kopieren Sie diesen Link jetzt und geben Sie ihn dem neuen Benutzer, damit er sein Passwort festlegen kann. Der Link wird nicht noch einmal angezeigt, funktioniert nur einmal und ist gültig bis',
    another: 'Weiteren Benutzer erstellen',
  },
};
