import { figure, plural } from '../counted.ts';

export const policy = {
  title: 'Zwei-Faktor-Richtlinie',
  lead: 'Was Ihre Organisation von ihren Benutzern erwartet',
  modes: {
    off: 'Optional: Jeder Benutzer entscheidet selbst',
    encouraged: 'Empfohlen: Benutzer ohne Zwei-Faktor-Authentifizierung werden gebeten, sie zu aktivieren',
    required:
      'Erforderlich: Ab einem Datum Ihrer Wahl müssen Benutzer die Zwei-Faktor-Authentifizierung aktivieren, bevor sie etwas anderes tun können',
  },
  dayHint: (zone: string) =>
    `Das gilt für neue Anmeldungen. Wer bereits angemeldet ist, behält seine Sitzung, bis sie endet – spätestens nach einem Tag. Der Tag beginnt um Mitternacht, ${zone}.`,
  past: 'Wählen Sie heute oder einen späteren Tag.',
  touches: (count: number) => `${figure(count)} Benutzer ${plural(count, 'hat', 'haben')} sie noch nicht aktiviert.`,
  submit: 'Richtlinie speichern',
  saved: 'Richtlinie gespeichert.',
  encourages: (organization: string) =>
    `${organization} bittet Sie, die Zwei-Faktor-Authentifizierung zu aktivieren. Das dauert etwa zwei Minuten.`,
  requires: (organization: string) =>
    `Bei ${organization} ist die Zwei-Faktor-Authentifizierung Pflicht. Aktivieren Sie sie, um fortzufahren. Bis dahin können Sie hier nichts anderes tun.`,
  willRequire: (organization: string) =>
    `Bei ${organization} wird die Zwei-Faktor-Authentifizierung bald Pflicht. Aktivieren Sie sie vor dem`,
};
