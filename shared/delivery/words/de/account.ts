/* Mails about how an account is protected: its password and its second factor. */

import type { Facts, Words } from '../words.ts';
import { unexpected, unexpectedOfOthers } from './unexpected.ts';

const factorOff =
  'Ihr Konto ist jetzt nur noch durch Ihr Passwort geschützt. Aktivieren Sie die Zwei-Faktor-Authentifizierung in Ihren Kontoeinstellungen wieder.';

export const mailsOfAccount = {
  invited: ({ organization, until }: Facts): Words => ({
    subject: `Ihr Konto bei ${organization}`,
    lines: [
      `ein Administrator von ${organization} hat ein Konto für Sie erstellt. Legen Sie ein Passwort fest, um es zu nutzen. Der Link funktioniert nur einmal und ist bis zum ${until} gültig.`,
      'Falls Sie diese E-Mail nicht erwartet haben, können Sie sie ignorieren. Solange kein Passwort festgelegt ist, kann niemand das Konto nutzen.',
    ],
    action: 'Passwort festlegen',
  }),
  invitedAgain: ({ organization, until }: Facts): Words => ({
    subject: `Legen Sie Ihr Passwort bei ${organization} fest`,
    lines: [
      `ein Administrator von ${organization} hat Ihnen einen Link gesendet, mit dem Sie ein neues Passwort festlegen können. Er funktioniert nur einmal und ist bis zum ${until} gültig. Sobald Sie das Passwort festlegen, werden Sie überall abgemeldet.`,
      unexpectedOfOthers,
    ],
    action: 'Passwort festlegen',
  }),
  passwordReset: ({ organization, until, where }: Facts): Words => ({
    subject: `Setzen Sie Ihr Passwort bei ${organization} zurück`,
    lines: [
      `jemand hat von ${where} aus angefordert, Ihr Passwort zurückzusetzen. Über den Link können Sie ein neues festlegen. Er funktioniert nur einmal und ist bis zum ${until} gültig. Die Zwei-Faktor-Authentifizierung bleibt unverändert.`,
      'Falls Sie das nicht waren, können Sie diese E-Mail ignorieren. Ihr Passwort wurde nicht geändert.',
    ],
    action: 'Neues Passwort festlegen',
  }),
  emailChange: ({ organization, until, newEmail }: Facts): Words => ({
    subject: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
    lines: [
      `jemand möchte ${newEmail} als Adresse eines Kontos bei ${organization} verwenden. Bestätigen Sie das über den Link. Er funktioniert einmal, bis ${until}.`,
      'Danach melden Sie sich mit dieser Adresse an und werden überall abgemeldet.',
      'Falls Sie das nicht waren, können Sie diese E-Mail ignorieren. Es ändert sich nichts.',
    ],
    action: 'Adresse bestätigen',
  }),
  emailChanged: ({ when, where, newEmail }: Facts): Words => ({
    subject: 'Ihre E-Mail-Adresse wurde geändert',
    lines: [
      `die Adresse Ihres Kontos wurde am ${when} von ${where} aus in ${newEmail} geändert. Unsere E-Mails gehen ab jetzt dorthin.`,
      'Falls Sie das nicht waren, verwenden Sie die Schaltfläche unten: Sie erhalten diese Adresse zurück, alle werden abgemeldet, und Sie legen ein neues Passwort fest.',
    ],
    action: 'Das war ich nicht',
  }),
  emailRestored: ({ when, newEmail }: Facts): Words => ({
    subject: 'Ihre E-Mail-Adresse wurde zurückgesetzt',
    lines: [
      `die Adresse Ihres Kontos wurde am ${when} von dieser auf ${newEmail} zurückgesetzt, über den Link in der E-Mail, die wir dorthin gesendet haben. Alle wurden abgemeldet.`,
      'Falls Sie damit nicht gerechnet haben, wenden Sie sich bitte an Ihren Administrator.',
    ],
  }),
  passwordSet: ({ when, where }: Facts): Words => ({
    subject: 'Ihr Passwort wurde festgelegt',
    lines: [`Ihr Passwort wurde am ${when} von ${where} aus festgelegt. Sie wurden überall abgemeldet.`, unexpected],
    action: 'Das war ich nicht',
  }),
  passwordClosed: ({ when, until }: Facts): Words => ({
    subject: 'Ihr Passwort wurde gesperrt',
    lines: [
      `jemand hat für Ihr Konto 100-mal in Folge ein falsches Passwort eingegeben, zuletzt am ${when}. Wir haben das Passwort für Geräte gesperrt, die Sie bisher nicht verwendet haben.`,
      `Um sich auf einem neuen Gerät anzumelden, legen Sie ein neues Passwort fest. Der Link funktioniert nur einmal und ist bis zum ${until} gültig.`,
    ],
    action: 'Neues Passwort festlegen',
  }),
  passwordChanged: ({ when, where }: Facts): Words => ({
    subject: 'Ihr Passwort wurde geändert',
    lines: [
      `Ihr Passwort wurde am ${when} von ${where} aus geändert. Ihre anderen Sitzungen wurden beendet.`,
      unexpected,
    ],
    action: 'Das war ich nicht',
  }),
  twoFactorEnabled: ({ when, where }: Facts): Words => ({
    subject: 'Zwei-Faktor-Authentifizierung für Ihr Konto aktiviert',
    lines: [
      `für Ihr Konto wurde am ${when} von ${where} aus die Zwei-Faktor-Authentifizierung aktiviert. Ab jetzt melden Sie sich mit Ihrem Passwort und einem Code aus Ihrer Authenticator-App an.`,
      'Bewahren Sie Ihre Wiederherstellungscodes so auf, dass Sie auch ohne Ihr Smartphone darauf zugreifen können.',
      'Falls Sie das nicht waren, kennt möglicherweise jemand anderes Ihr Passwort. Über die Schaltfläche unten beenden Sie alle Sitzungen, deaktivieren die Zwei-Faktor-Authentifizierung wieder und legen ein neues Passwort fest.',
    ],
    action: 'Das war ich nicht',
  }),
  twoFactorReplaced: ({ when, where }: Facts): Words => ({
    subject: 'Ihre Authenticator-App wurde ersetzt',
    lines: [
      `mit Ihrem Konto wurde am ${when} von ${where} aus eine andere Authenticator-App verbunden. Ihre bisherige App und Ihre bisherigen Wiederherstellungscodes funktionieren nicht mehr.`,
      unexpected,
    ],
    action: 'Das war ich nicht',
  }),
  twoFactorDisabled: ({ when, where }: Facts): Words => ({
    subject: 'Zwei-Faktor-Authentifizierung für Ihr Konto deaktiviert',
    lines: [
      `für Ihr Konto wurde am ${when} von ${where} aus die Zwei-Faktor-Authentifizierung deaktiviert.`,
      factorOff,
      unexpected,
    ],
    action: 'Das war ich nicht',
  }),
  twoFactorReset: ({ organization, when }: Facts): Words => ({
    subject: 'Ihre Zwei-Faktor-Authentifizierung wurde zurückgesetzt',
    lines: [
      `ein Administrator von ${organization} hat am ${when} Ihren zweiten Faktor entfernt. Sie wurden überall abgemeldet.`,
      factorOff,
      unexpectedOfOthers,
    ],
    action: 'Das war ich nicht',
  }),
  twoFactorUndone: ({ when }: Facts): Words => ({
    subject: 'Zwei-Faktor-Authentifizierung für Ihr Konto deaktiviert',
    lines: [
      `am ${when} haben Sie gemeldet, dass Sie die Zwei-Faktor-Authentifizierung nicht selbst aktiviert haben. Wir haben sie deaktiviert und alle Sitzungen beendet.`,
      'Sobald Sie ein neues Passwort festgelegt haben, aktivieren Sie sie bitte mit Ihrer eigenen App wieder.',
    ],
  }),
  twoFactorReminder: ({ organization }: Facts): Words => ({
    subject: `${organization} bittet Sie, die Zwei-Faktor-Authentifizierung zu aktivieren`,
    lines: [
      `Ihr Konto bei ${organization} ist nur durch Ihr Passwort geschützt. Mit der Zwei-Faktor-Authentifizierung kann sich niemand anmelden, der nur Ihr Passwort kennt.`,
      'Das dauert zwei Minuten, und Sie brauchen dafür nur eine Authenticator-App. Öffnen Sie Ihre Kontoeinstellungen und wählen Sie „Aktivieren“.',
      'Diese Erinnerungen können Sie in Ihren Kontoeinstellungen unter „Profil“ abschalten.',
    ],
    action: 'Kontoeinstellungen öffnen',
  }),
};
