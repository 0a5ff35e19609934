import type { Facts, Words } from '../words.ts';
import { unexpectedOfOthers } from './unexpected.ts';

/* The texts of mails about what administrators do to accounts and rights. */

const changeInWords: Record<string, string> = {
  user_created: 'ein Konto mit der Berechtigung zur Benutzerverwaltung erstellt',
  permissions_granted: 'die Berechtigung zur Benutzerverwaltung erteilt',
  permissions_withdrawn: 'die Berechtigung zur Benutzerverwaltung entzogen',
  user_suspended: 'ein Administrator gesperrt',
  user_reactivated: 'ein gesperrter Administrator entsperrt',
  user_deleted: 'das Konto eines Administrators gelöscht',
};

export const mailsOfAdministration = {
  permissionsGranted: ({ organization, when }: Facts): Words => ({
    subject: 'Sie können jetzt Benutzer verwalten',
    lines: [
      `ein Administrator hat Ihnen am ${when} die Berechtigung erteilt, die Benutzer von ${organization} zu verwalten.`,
      unexpectedOfOthers,
    ],
  }),
  permissionsWithdrawn: ({ organization, when }: Facts): Words => ({
    subject: 'Sie können keine Benutzer mehr verwalten',
    lines: [
      `ein Administrator hat Ihnen am ${when} die Berechtigung entzogen, die Benutzer von ${organization} zu verwalten.`,
      unexpectedOfOthers,
    ],
  }),
  administratorsChanged: ({ organization, when, change, about }: Facts): Words => ({
    subject: `Änderung bei den Administratoren von ${organization}`,
    lines: [
      `am ${when} wurde bei ${organization} ${changeInWords[change] ?? 'eine Berechtigung eines Administrators geändert'}: ${about}. Wer das veranlasst hat, steht im Verlauf dieses Kontos.`,
      'Falls Sie damit nicht gerechnet haben, prüfen Sie bitte Ihre Benutzerliste.',
    ],
  }),
  suspended: ({ organization, when }: Facts): Words => ({
    subject: 'Ihr Konto wurde gesperrt',
    lines: [
      `ein Administrator von ${organization} hat Ihr Konto am ${when} gesperrt. Sie wurden überall abgemeldet.`,
      'Wenn Sie das für einen Irrtum halten, wenden Sie sich bitte an Ihren Administrator.',
    ],
  }),
  reactivated: ({ organization, when }: Facts): Words => ({
    subject: 'Ihr Konto ist wieder aktiv',
    lines: [
      `ein Administrator von ${organization} hat Ihr Konto am ${when} entsperrt. Sie können sich wieder anmelden.`,
    ],
  }),
  deleted: ({ organization, when }: Facts): Words => ({
    subject: 'Ihr Konto wurde gelöscht',
    lines: [
      `Ihr Konto bei ${organization} wurde am ${when} gelöscht. Sie können sich nicht mehr anmelden, und die zugehörigen Daten sind entfernt.`,
      'Den Eintrag in Ihrer Authenticator-App können Sie löschen. Wenn Sie das für einen Irrtum halten, wenden Sie sich bitte an Ihren Administrator.',
    ],
  }),
  waitsLifted: ({ organization, when }: Facts): Words => ({
    subject: 'Sie können sich sofort wieder anmelden',
    lines: [
      `ein Administrator von ${organization} hat am ${when} die Wartezeit für Ihr Konto aufgehoben. Sie galt wegen falsch eingegebener Passwörter oder Codes.`,
      unexpectedOfOthers,
    ],
  }),
};
