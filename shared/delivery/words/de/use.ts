import type { Facts, Words } from '../words.ts';
import { unexpected } from './unexpected.ts';

/* The texts of mails about the use of an account's codes and passwords: any of it may have been someone else. */

const wasItYou = 'Wenn Sie das waren, müssen Sie nichts tun. Wenn nicht, legen Sie jetzt ein neues Passwort fest.';

export const mailsOfUse = {
  recoveryCodesShown: ({ when, where }: Facts): Words => ({
    subject: 'Ihre Wiederherstellungscodes wurden angezeigt',
    lines: [
      `Ihre Wiederherstellungscodes wurden am ${when} jemandem angezeigt, der von ${where} aus in Ihrem Konto angemeldet war.`,
      unexpected,
    ],
    action: 'Das war ich nicht',
  }),
  recoveryCodesRegenerated: ({ when, where }: Facts): Words => ({
    subject: 'Sie haben neue Wiederherstellungscodes',
    lines: [
      `für Ihr Konto wurden am ${when} von ${where} aus 8 neue Wiederherstellungscodes generiert. Ihre bisherigen Codes funktionieren nicht mehr.`,
      unexpected,
    ],
    action: 'Das war ich nicht',
  }),
  recoveryCodesWithdrawn: ({ when }: Facts): Words => ({
    subject: 'Bitte erstellen Sie neue Wiederherstellungscodes',
    lines: [
      `Ihr Konto wurde am ${when} aus einer Sicherung wiederhergestellt, und Ihre Wiederherstellungscodes könnten seit dieser Sicherung verwendet worden sein. Vorsichtshalber funktioniert keiner von ihnen mehr.`,
      'Melden Sie sich mit Ihrer Authenticator-App an und erstellen Sie in den Kontoeinstellungen neue Codes. Falls Ihr Passwort nicht funktioniert, legen Sie mit „Passwort vergessen?“ ein neues fest.',
    ],
    action: 'Kontoeinstellungen öffnen',
  }),
  recoveryCodeUsed: ({ when, where, used }: Facts): Words => ({
    subject: 'Einer Ihrer Wiederherstellungscodes wurde verwendet',
    lines: [
      `einer Ihrer Wiederherstellungscodes wurde am ${when} von ${where} aus verwendet. Er funktioniert nicht mehr und wurde durch einen neuen ersetzt.`,
      `Bisher ${used === 1 ? 'wurde 1 Code' : `wurden ${used} Codes`} dieses Satzes verwendet und ersetzt. Die aktuell gültigen Codes finden Sie in Ihren Kontoeinstellungen.`,
      unexpected,
    ],
    action: 'Das war ich nicht',
  }),
  bypassCodeIssued: ({ organization, when, pass }: Facts): Words => ({
    subject: 'Ihr Umgehungscode',
    lines: [
      `ein Administrator von ${organization} hat am ${when} diesen Umgehungscode für Sie erstellt. Geben Sie ihn anstelle eines Codes aus Ihrer Authenticator-App ein. Er funktioniert nur einmal und nur für kurze Zeit:`,
      pass,
      'Geben Sie ihn niemals weiter. Falls Sie keinen angefordert haben, verwenden Sie die Schaltfläche unten.',
    ],
    action: 'Das war ich nicht',
  }),
  bypassCodeUsed: ({ when, where }: Facts): Words => ({
    subject: 'Für Ihr Konto wurde ein Umgehungscode verwendet',
    lines: [
      `jemand hat sich am ${when} von ${where} aus mit Ihrem Passwort und einem Umgehungscode in Ihrem Konto angemeldet.`,
      'Die Zwei-Faktor-Authentifizierung ist weiterhin aktiviert. Verbinden Sie Ihre neue Authenticator-App in Ihren Kontoeinstellungen.',
      unexpected,
    ],
    action: 'Das war ich nicht',
  }),
  newDevice: ({ when, where }: Facts): Words => ({
    subject: 'Anmeldung in Ihrem Konto auf einem neuen Gerät',
    lines: [
      `jemand hat sich am ${when} von ${where} aus in Ihrem Konto angemeldet, auf einem Gerät, das Sie bisher nicht verwendet haben.`,
      unexpected,
    ],
    action: 'Das war ich nicht',
  }),
  secondFactorAbandoned: ({ when, where }: Facts): Words => ({
    subject: 'Jemand hat Ihr Passwort eingegeben, die Anmeldung aber nicht abgeschlossen',
    lines: [
      `jemand hat von ${where} aus auf einem Gerät, das Sie bisher nicht verwendet haben, Ihr Passwort eingegeben, aber keinen zweiten Faktor. Das haben wir kurz danach festgestellt, am ${when}. Die Anmeldung war nicht erfolgreich.`,
      wasItYou,
    ],
    action: 'Das war ich nicht',
  }),
  secondFactorFailed: ({ when, where }: Facts): Words => ({
    subject: 'Jemand kennt möglicherweise Ihr Passwort',
    lines: [
      `am ${when} hat jemand von ${where} aus Ihr Passwort eingegeben, aber nicht den richtigen zweiten Faktor. Die Anmeldung war nicht erfolgreich.`,
      wasItYou,
    ],
    action: 'Das war ich nicht',
  }),
};
