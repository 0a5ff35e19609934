import { permissionNames } from '../history.ts';

export const user = {
  back: 'Alle Benutzer',
  profile: 'Profil',
  permissions: 'Berechtigungen',
  mayManage: permissionNames['users:manage'],
  noPermissions: 'Keine',
  created: 'Erstellt am',
  status: 'Status',
  active: 'Aktiv',
  suspended: 'Gesperrt',
  own: 'Das ist Ihr eigenes Konto. Name und Adresse ändern Sie unter „Konto“; für alles andere wenden Sie sich an einen anderen Administrator.',
  gone: 'Diesen Benutzer gibt es in Ihrer Organisation nicht.',
};

export const userActions = {
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
  sessions: 'Sitzungen',
  noSessions: 'Nirgends angemeldet.',
  endSessions: 'Überall abmelden',
  sessionsEnded: 'Der Benutzer wurde überall abgemeldet.',
  endSessionsDialog: {
    title: 'Diesen Benutzer überall abmelden?',
    lead: 'Für ein verlorenes Gerät oder eines in falschen Händen. Alle Sitzungen werden beendet. Der Benutzer kann sich wieder anmelden.',
    submit: 'Überall abmelden',
  },
  delete: 'Benutzer löschen',
  deleted: (name: string) => `${name} wurde gelöscht. Die Daten werden innerhalb weniger Minuten entfernt.`,
  deleteDialog: {
    title: 'Diesen Benutzer löschen?',
    lead: 'Der Benutzer wird überall abgemeldet und kann sich nicht mehr anmelden. Die E-Mail-Adresse ist sofort wieder frei, die Daten werden innerhalb weniger Minuten entfernt. Das lässt sich nicht rückgängig machen.',
    submit: 'Benutzer löschen',
  },
  withdraw: 'Einladung zurückziehen',
  withdrawDialog: {
    title: 'Diese Einladung zurückziehen?',
    lead: 'Der Link wird ungültig und der Benutzer entfernt. Sie können dieselbe Adresse erneut einladen.',
    submit: 'Einladung zurückziehen',
  },
  email: 'E-Mail-Adresse',
  emailLead: 'Die bisherige Adresse gilt, bis der Benutzer die neue bestätigt.',
  emailLeadInvited: 'Die Einladung geht an die neue Adresse. Der Link in der alten E-Mail wird ungültig.',
  saveEmail: 'Adresse ändern',
  emailSent: (address: string) =>
    `Wir haben einen Link an ${address} gesendet. Die Adresse ändert sich, sobald der Benutzer sie bestätigt.`,
  emailCorrected: (address: string) => `Die Adresse wurde korrigiert und eine neue Einladung an ${address} gesendet.`,
  edit: 'Name und Berechtigungen',
  saveEdit: 'Änderungen speichern',
  edited: 'Gespeichert.',
};

export const newUser = {
  title: 'Neuer Benutzer',
  language: 'Sprache der Seiten und E-Mails',
  anyLanguage: 'Die des Browsers; die Einladung ist auf Englisch',
  mayManage: 'Kann Benutzer der Organisation verwalten',
  submit: 'Benutzer erstellen',
  created: (name: string) => `${name} wurde erstellt`,
  invitation:
    'Kopieren Sie diesen Link jetzt und geben Sie ihn dem neuen Benutzer, damit er sein Passwort festlegen kann. Der Link wird nicht noch einmal angezeigt, funktioniert nur einmal und ist gültig bis',
  emailed: 'Wir haben außerdem einen eigenen Link per E-Mail gesendet.',
  another: 'Weiteren Benutzer erstellen',
};
