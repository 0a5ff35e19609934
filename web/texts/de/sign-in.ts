export const signIn = {
  title: 'Anmelden',
  submit: 'Anmelden',
  forgot: 'Passwort vergessen?',
  because: {
    'challenge-over': 'Ihre Anmeldung ist abgelaufen. Melden Sie sich erneut an.',
    'session-over': 'Ihre Sitzung ist beendet. Melden Sie sich erneut an, um fortzufahren.',
    'signed-out': 'Sie haben sich abgemeldet.',
    'password-set': 'Ihr Passwort ist festgelegt. Melden Sie sich damit an.',
    deleted: 'Ihr Konto wurde gelöscht.',
    'email-changed': 'Ihre Adresse wurde geändert. Melden Sie sich damit an.',
  },
};

export const signedIn = {
  as: 'Sie sind angemeldet als',
  continue: 'Weiter',
  another: 'Mit einem anderen Konto anmelden',
  settings: 'Ihr Passwort können Sie in Ihren Kontoeinstellungen ändern.',
  otherAccount: 'Diese Seite gehört zu einem anderen Konto:',
};

export const challenge = {
  title: 'Zwei-Faktor-Authentifizierung',
  as: 'Anmeldung als',
  lead: 'Öffnen Sie Ihre Authenticator-App und geben Sie den Code ein, den sie gerade anzeigt.',
  codeHint: '6 Ziffern. Die App zeigt alle 30 Sekunden einen neuen Code an.',
  recoveryLead:
    'Geben Sie einen der Wiederherstellungscodes ein, die Sie beim Aktivieren der Zwei-Faktor-Authentifizierung gespeichert haben.',
  recoveryHint:
    '24 Buchstaben und Ziffern. Jeder Code funktioniert nur einmal und wird dann durch einen neuen ersetzt.',
  submit: 'Bestätigen',
  ways: {
    recovery: 'Stattdessen einen Wiederherstellungscode verwenden',
    totp: 'Stattdessen die Authenticator-App verwenden',
    pass: 'Umgehungscode von einem Administrator verwenden',
  },
  bypassCodeLead:
    'Geben Sie den Umgehungscode aus Ihrer E-Mail ein. Ein Administrator kann Ihnen einen senden. Er funktioniert nur einmal.',
  bypassCodeHint: '24 Buchstaben und Ziffern.',
  wrongBypassCode:
    'Dieser Umgehungscode ist falsch, abgelaufen oder wurde bereits verwendet. Bitten Sie Ihren Administrator um einen neuen.',
  lostPhone: 'Telefon verloren?',
  stuck:
    'Funktionieren die Codes nicht? Verwenden Sie einen Wiederherstellungscode oder lesen Sie, was ohne Telefon zu tun ist.',
  stuckOtherwise: 'Funktionieren die Codes nicht? Lesen Sie, was ohne Telefon zu tun ist.',
  timeLeft: 'Verbleibende Zeit:',
  back: 'Zurück zur Anmeldung',
  wrongCode:
    'Dieser Code ist falsch oder wurde bereits verwendet. Warten Sie auf den nächsten. Wenn auch der nicht funktioniert, stellen Sie auf Ihrem Smartphone die automatische Uhrzeit ein.',
  wrongRecoveryCode:
    'Dieser Wiederherstellungscode ist falsch oder wurde bereits verwendet. Versuchen Sie es mit einem anderen.',
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

export const identity = {
  title: 'Identität bestätigen',
  lead: 'Geben Sie Ihr Passwort erneut ein, um fortzufahren.',
  leadTwoFactor: 'Geben Sie Ihr Passwort und einen neuen Code ein, um fortzufahren.',
  submit: 'Bestätigen',
  wrongPassword: 'Falsches Passwort.',
};
