/* The texts of the account settings, which no one loads to sign in. */

const account = {
  email: 'E-Mail-Adresse',
  organization: 'Organisation',
  lastSignIn: 'Letzte Anmeldung',
};

const places = {
  label: 'Kontoeinstellungen',
  security: 'Sicherheit',
  profile: 'Profil',
  sessions: 'Sitzungen',
  activity: 'Aktivität',
};

const profile = {
  title: 'Ihr Name',
  lead: 'Administratoren sehen ihn, und in unseren E-Mails reden wir Sie damit an.',
  submit: 'Namen speichern',
  saved: 'Ihr Name wurde geändert.',
};

const preferences = {
  title: 'Sprache und Zeitzone',
  lead: 'Für diese Seiten und die E-Mails, die Sie erhalten.',
  timeZone: 'Zeitzone',
  reminders: 'Mich an die Zwei-Faktor-Authentifizierung erinnern',
  submit: 'Speichern',
  saved: 'Gespeichert.',
};

const personalData = {
  title: 'Ihre Daten',
  lead: 'Laden Sie alles herunter, was zu Ihrem Konto gespeichert ist (außer Passwörtern und Schlüsseln), oder löschen Sie das Konto.',
  download: 'Daten herunterladen',
  downloaded: 'Heruntergeladen.',
  delete: 'Konto löschen',
  dialog: {
    title: 'Konto löschen?',
    lead: 'Sie werden überall abgemeldet und können sich nicht mehr anmelden. Ihre Daten werden innerhalb weniger Minuten gelöscht. Das lässt sich nicht rückgängig machen.',
    submit: 'Konto löschen',
  },
};

const sessions = {
  title: 'Sitzungen',
  device: 'Gerät',
  from: 'IP-Adresse',
  how: 'Methode',
  since: 'Angemeldet seit',
  seen: 'Zuletzt aktiv',
  act: 'Aktion',
  current: 'Diese Sitzung',
  end: 'Beenden',
  endOne: (device: string, ip: string) => `Sitzung beenden: ${device}, ${ip}`,
  ended: 'Die Sitzung wurde beendet.',
  endOthers: 'Alle anderen beenden',
  othersEnded: 'Alle anderen Sitzungen wurden beendet.',
};

const lostPhone = {
  title: 'Anmelden ohne Telefon',
  ways: [
    'Verwenden Sie einen Wiederherstellungscode. Sie haben 8 davon erhalten, als Sie die Zwei-Faktor-Authentifizierung aktiviert haben. Vielleicht liegen sie in Ihrem Passwortmanager oder ausgedruckt vor.',
    'Sind Sie auf einem anderen Gerät noch angemeldet? Öffnen Sie dort die Kontoeinstellungen und wechseln Sie die Authenticator-App.',
  ],
  bypassCode: 'Bitten Sie Ihren Administrator um einen Umgehungscode. Er kommt per E-Mail und funktioniert einmal.',
  reset:
    'Ist das Telefon endgültig verloren, bitten Sie Ihren Administrator, die Zwei-Faktor-Authentifizierung zurückzusetzen. Er wird sich vergewissern, dass Sie es sind.',
  support: 'Bei der Anmeldung hilft Ihnen auch:',
  afterwards:
    'Verbinden Sie nach der Anmeldung eine Authenticator-App auf Ihrem neuen Telefon und bewahren Sie die neuen Wiederherstellungscodes auf.',
};

const email = {
  title: 'Ihre E-Mail-Adresse',
  lead: 'Sie melden sich damit an, und unsere E-Mails gehen dorthin.',
  label: 'Neue E-Mail-Adresse',
  submit: 'Adresse ändern',
  sent: (address: string) =>
    `Wenn ${address} verwendet werden kann, haben wir einen Link dorthin gesendet. Ihre Adresse ändert sich, sobald Sie ihn öffnen und bestätigen.`,
};

const confirmEmail = {
  title: 'Neue Adresse bestätigen',
  lead: 'Ab jetzt melden Sie sich mit dieser Adresse an. Sie werden überall abgemeldet.',
  next: 'Neue Adresse:',
  submit: 'Bestätigen',
  taken: 'Diese Adresse wird inzwischen von jemand anderem verwendet.',
  over: 'Dieser Link ist abgelaufen oder wurde schon verwendet. Fordern Sie in den Kontoeinstellungen einen neuen an.',
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
    'Keiner Ihrer Codes funktioniert mehr: Ihr Konto wurde aus einer Sicherung wiederhergestellt, und die Codes könnten seither verwendet worden sein. Mit „Wiederherstellungscodes neu generieren“ erhalten Sie 8 neue.',
};
