export const general = {
  problem: 'Es ist ein Problem aufgetreten',
  /** In the title of the window. */
  errorBefore: (title: string) => `Fehler: ${title}`,
  loading: 'Wird geladen\u00a0…',
  working: 'Einen Moment …',
  tryAgain: 'Erneut versuchen',
  cancel: 'Abbrechen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  notCopied: 'Das Kopieren hat nicht funktioniert. Markieren Sie den Text und kopieren Sie ihn selbst.',
  skip: 'Zum Hauptinhalt springen',
  never: 'Nie',
  more: 'Mehr anzeigen',
  navigation: 'Hauptmenü',
  language: 'Sprache',
  support: 'Support kontaktieren',
};

export const nav = {
  account: 'Konto',
  users: 'Benutzer',
  signOut: 'Abmelden',
  stillSignedIn: 'Sie sind weiterhin angemeldet, weil der Dienst nicht erreichbar war. Versuchen Sie es erneut.',
};

export const notFound = {
  title: 'Seite nicht gefunden',
  lead: 'Unter dieser Adresse gibt es nichts.',
  home: 'Zu Ihrem Konto',
};
