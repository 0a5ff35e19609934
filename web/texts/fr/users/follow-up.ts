import { counted, plural } from '../counted.ts';

export const policy = {
  title: 'Règle d’authentification à deux facteurs',
  lead: 'Ce que votre organisation demande à ses utilisateurs',
  modes: {
    off: 'Facultative : chaque utilisateur décide',
    encouraged: 'Encouragée : les utilisateurs qui ne l’ont pas activée sont invités à le faire',
    required:
      'Obligatoire : à partir d’une date que vous choisissez, les utilisateurs qui ne l’ont pas activée ne peuvent rien faire d’autre avant de l’activer',
  },
  dayHint: (zone: string) =>
    `Cela s’applique aux nouvelles connexions. Les personnes déjà connectées conservent leur session jusqu’à ce qu’elle se termine, au plus tard un jour après. Le jour commence à minuit, ${zone}.`,
  past: 'Choisissez aujourd’hui ou un jour ultérieur.',
  touches: (count: number) =>
    `${counted(count, 'utilisateur', 'utilisateurs')} ne ${plural(count, 'l’a', 'l’ont')} pas encore activée.`,
  submit: 'Enregistrer la règle',
  saved: 'Règle enregistrée.',
  encourages: (organization: string) =>
    `${organization} vous invite à activer l’authentification à deux facteurs. Cela prend environ deux minutes.`,
  requires: (organization: string) =>
    `${organization} exige l’authentification à deux facteurs. Activez-la pour continuer. D’ici là, vous ne pouvez rien faire d’autre ici.`,
  willRequire: (organization: string) =>
    `${organization} exigera bientôt l’authentification à deux facteurs. Activez-la avant le`,
};
