import { figure } from './counted.ts';

export const twoFactor = {
  title: 'Zwei-Faktor-Authentifizierung',
  why: 'Ein zweiter Schritt bei der Anmeldung: erst Ihr Passwort, dann ein Code aus einer App auf Ihrem Smartphone. Das schützt Ihr Konto selbst dann, wenn jemand Ihr Passwort kennt.',
  on: 'Aktiviert',
  off: 'Nicht aktiviert',
  since: 'seit',
  enable: 'Aktivieren',
  disable: 'Deaktivieren',
  replace: 'Authenticator-App ersetzen',
  show: 'Wiederherstellungscodes anzeigen',
  hide: 'Wiederherstellungscodes ausblenden',
  regenerate: 'Wiederherstellungscodes neu generieren',
  disabled: 'Die Zwei-Faktor-Authentifizierung ist deaktiviert. Sie melden sich jetzt nur noch mit Ihrem Passwort an.',
  enabled: 'Die Zwei-Faktor-Authentifizierung ist aktiviert. Speichern Sie jetzt Ihre Wiederherstellungscodes.',
  replacedApp:
    'Ihre neue Authenticator-App ist verbunden. Ihre alte App und Ihre alten Wiederherstellungscodes funktionieren nicht mehr.',
  regenerated: 'Sie haben 8 neue Wiederherstellungscodes. Die bisherigen funktionieren nicht mehr.',
  replaced:
    'Sie haben sich mit einem Wiederherstellungscode angemeldet. Er funktioniert nicht mehr und wurde durch einen neuen ersetzt. Speichern Sie die neuen Codes.',
  setup: {
    title: 'Authenticator-App verbinden',
    scan: 'Scannen Sie diesen QR-Code mit einer Authenticator-App, zum Beispiel Google Authenticator, Authy oder 1Password.',
    qrCode: (issuer: string, account: string) =>
      `QR-Code für eine Authenticator-App: ${issuer}, ${account}. Sie können stattdessen den geheimen Schlüssel unten eingeben.`,
    key: 'Oder geben Sie diesen geheimen Schlüssel ein:',
    parameters: 'Zeitbasiert, SHA-1, 6 Ziffern, 30 Sekunden',
    link: 'In einer App auf diesem Gerät öffnen',
    label: 'So erscheint das Konto in der App:',
    confirmTitle: 'Bestätigen',
    confirmLead:
      'Geben Sie den Code ein, den die App gerade anzeigt. Bis Sie die Einrichtung bestätigen, ändert sich nichts.',
    submit: 'Einrichtung bestätigen',
    until: (time: string) =>
      `Diese Einrichtung läuft um ${time} Uhr ab. Wenn Sie die Seite verlassen, bevor Sie bestätigen, müssen Sie von vorn beginnen.`,
    wrongCode:
      'Dieser Code ist falsch. Prüfen Sie, ob Sie diesen QR-Code gescannt haben und ob auf Ihrem Smartphone die automatische Uhrzeit eingestellt ist. Geben Sie dann den Code ein, den die App gerade anzeigt.',
    over: 'Diese Einrichtung ist abgelaufen, wurde durch eine andere ersetzt, oder es wurden zu viele falsche Codes eingegeben. Beginnen Sie von vorn.',
  },
  codes: {
    title: 'Wiederherstellungscodes',
    lead: 'Wenn Sie Ihr Smartphone verlieren, können Sie sich mit einem dieser Codes anmelden. Jeder funktioniert nur einmal und wird dann durch einen neuen ersetzt. Bewahren Sie die Codes nicht auf Ihrem Smartphone auf: Verwenden Sie einen Passwortmanager oder drucken Sie die Codes aus und legen Sie sie an einen sicheren Ort.',
    used: (count: number) =>
      count === 1
        ? '1 Code wurde seit der Erstellung verwendet und ersetzt. Bewahren Sie die Codes neu auf: In einer älteren Kopie fehlt der neue.'
        : `${figure(count)} Codes wurden seit der Erstellung verwendet und ersetzt. Bewahren Sie die Codes neu auf: In einer älteren Kopie fehlen die neuen.`,
    list: 'Ihre Wiederherstellungscodes',
    generated: 'Erstellt am',
    copy: 'Kopieren',
    download: 'Herunterladen',
    print: 'Drucken',
    downloaded: 'Heruntergeladen',
    done: 'Fertig',
    /** What kept codes say of themselves, before the codes. */
    kept: (account: string, issuer: string, created: string): string[] => [
      `${issuer}: Wiederherstellungscodes für ${account}`,
      `Erstellt am ${created}. Jeder Code funktioniert nur einmal und wird dann durch einen neuen ersetzt.`,
    ],
  },
  disableDialog: {
    title: 'Zwei-Faktor-Authentifizierung deaktivieren?',
    lead: 'Sie melden sich dann nur noch mit Ihrem Passwort an. Ihre Wiederherstellungscodes und Ihre Authenticator-App funktionieren für dieses Konto nicht mehr, und Ihre anderen Sitzungen werden beendet.',
    submit: 'Deaktivieren',
  },
  regenerateDialog: {
    title: 'Wiederherstellungscodes neu generieren?',
    lead: 'Sie erhalten 8 neue Codes. Ihre aktuellen Codes funktionieren ab sofort nicht mehr.',
    submit: 'Neu generieren',
  },
};
