export const account = {
  title: 'Kontoeinstellungen',
  profile: 'Profil',
  email: 'E-Mail-Adresse',
  name: 'Name',
  organization: 'Organisation',
  lastSignIn: 'Letzte Anmeldung',
};

export const password = {
  show: 'Anzeigen',
  hide: 'Ausblenden',
  showLabel: 'Passwort anzeigen',
  hideLabel: 'Passwort ausblenden',
  title: 'Ihr Passwort',
  change: 'Passwort ändern',
  submit: 'Ändern',
  changed: 'Ihr Passwort wurde geändert. Ihre anderen Sitzungen wurden beendet.',
};

export const sessions = {
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

export const identity = {
  title: 'Identität bestätigen',
  lead: 'Geben Sie Ihr Passwort erneut ein, um fortzufahren.',
  leadTwoFactor: 'Geben Sie Ihr Passwort und einen neuen Code ein, um fortzufahren.',
  submit: 'Bestätigen',
  wrongPassword: 'Falsches Passwort.',
};

export const preferences = {
  title: 'Sprache und Zeitzone',
  lead: 'Für diese Seiten und die E-Mails, die Sie erhalten.',
  timeZone: 'Zeitzone',
  submit: 'Speichern',
  saved: 'Gespeichert.',
};
