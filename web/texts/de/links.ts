/* The pages that links in emails open, and the one that asks for an email. */

export const links = {
  incomplete: 'Dieser Link ist unvollständig. Kopieren Sie den ganzen Link aus der E-Mail.',
  readBefore:
    'Zu Ihrer Sicherheit vergisst diese Seite den Link, wenn Sie sie neu laden. Öffnen Sie den Link in Ihrer E-Mail noch einmal.',
  over: 'Dieser Link ist abgelaufen oder wurde bereits verwendet.',
};

export const setPassword = {
  title: 'Passwort festlegen',
  lead: 'Legen Sie ein Passwort für dieses Konto fest:',
  hint: (least: number) =>
    `Mindestens ${least} Zeichen. Gut geeignet sind ein paar Wörter, die nur Sie so zusammenstellen würden.`,
  submit: 'Passwort festlegen',
  askAgain: 'Bitten Sie Ihren Administrator um einen neuen.',
  resetAgain: 'Neuen Link per E-Mail anfordern',
};

export const forgot = {
  title: 'Passwort zurücksetzen',
  lead: 'Geben Sie die E-Mail-Adresse ein, mit der Sie sich anmelden. Wir senden Ihnen einen Link, mit dem Sie ein neues Passwort festlegen können.',
  submit: 'E-Mail senden',
  noMail:
    'Hier ist kein E-Mail-Versand eingerichtet. Bitten Sie Ihren Administrator um einen Link, mit dem Sie ein neues Passwort festlegen können.',
  sentTitle: 'Prüfen Sie Ihren Posteingang',
  sent: (email: string) =>
    `Falls es ein Konto für ${email} gibt, haben wir einen Link an diese Adresse gesendet. Er ist 30 Minuten lang gültig.`,
  nothing:
    'Wenn Sie keine E-Mail erhalten, sehen Sie im Spam-Ordner nach, prüfen Sie die Adresse oder wenden Sie sich an Ihren Administrator.',
};

export const notMe = {
  title: 'Das war ich nicht',
  lead: 'Damit beenden Sie alle Sitzungen Ihres Kontos auf allen Geräten, und Ihr bisheriges Passwort gilt nicht mehr. Falls die Zwei-Faktor-Authentifizierung dabei oder danach aktiviert wurde, wird sie wieder deaktiviert. Anschließend wählen Sie ein neues Passwort.',
  account: 'Konto:',
  submit: 'Alle Sitzungen beenden',
  done: 'Alle Sitzungen wurden beendet. Wählen Sie jetzt ein neues Passwort.',
  over: 'Dieser Link ist abgelaufen, oder Ihr Passwort wurde inzwischen geändert.',
};
