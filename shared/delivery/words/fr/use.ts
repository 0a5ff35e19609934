import type { Facts, Words } from '../words.ts';
import { unexpected } from './unexpected.ts';

/* The texts of mails about the use of an account's codes and passwords: any of it may have been someone else. */

const plurals = new Intl.PluralRules('fr');

export const mailsOfUse = {
  recoveryCodesShown: ({ when, where }: Facts): Words => ({
    subject: 'Vos codes de récupération ont été affichés',
    lines: [
      `Vos codes de récupération ont été affichés le ${when} par une personne connectée à votre compte depuis ${where}.`,
      unexpected,
    ],
    action: 'Ce n’était pas moi',
  }),
  recoveryCodesRegenerated: ({ when, where }: Facts): Words => ({
    subject: 'Vous avez de nouveaux codes de récupération',
    lines: [
      `8 nouveaux codes de récupération ont été générés pour votre compte le ${when} depuis ${where}. Les précédents ne fonctionnent plus.`,
      unexpected,
    ],
    action: 'Ce n’était pas moi',
  }),
  recoveryCodesWithdrawn: ({ when }: Facts): Words => ({
    subject: 'Créez de nouveaux codes de récupération',
    lines: [
      `Votre compte a été restauré à partir d’une sauvegarde le ${when}, et vos codes de récupération ont pu être utilisés depuis cette sauvegarde. Par précaution, aucun d’entre eux ne fonctionne plus.`,
      'Connectez-vous avec votre application d’authentification et créez de nouveaux codes dans les paramètres de votre compte. Si votre mot de passe ne fonctionne pas, définissez-en un nouveau avec « Mot de passe oublié ? ».',
    ],
    action: 'Ouvrir les paramètres du compte',
  }),
  recoveryCodeUsed: ({ when, where, used }: Facts): Words => ({
    subject: 'Un de vos codes de récupération a été utilisé',
    lines: [
      `Un de vos codes de récupération a été utilisé le ${when} depuis ${where}. Il ne fonctionne plus et un nouveau l’a remplacé.`,
      `Jusqu’à présent, ${used} ${plurals.select(used) === 'one' ? 'code de cette série a été utilisé et remplacé' : 'codes de cette série ont été utilisés et remplacés'}. Les paramètres de votre compte affichent les codes qui fonctionnent actuellement.`,
      unexpected,
    ],
    action: 'Ce n’était pas moi',
  }),
  bypassCodeIssued: ({ organization, when, pass }: Facts): Words => ({
    subject: 'Votre code de contournement',
    lines: [
      `Un administrateur de l’organisation ${organization} a émis ce code de contournement le ${when}. Saisissez-le à la place du code de votre application d’authentification. Il est utilisable une seule fois, pendant une courte durée :`,
      pass,
      'Ne le communiquez à personne. Si vous ne l’avez pas demandé, utilisez le bouton ci-dessous.',
    ],
    action: 'Ce n’était pas moi',
  }),
  bypassCodeUsed: ({ when, where }: Facts): Words => ({
    subject: 'Un code de contournement a été utilisé sur votre compte',
    lines: [
      `Quelqu’un s’est connecté à votre compte le ${when} depuis ${where} avec votre mot de passe et un code de contournement.`,
      'L’authentification à deux facteurs reste activée. Associez votre nouvelle application d’authentification dans les paramètres de votre compte.',
      unexpected,
    ],
    action: 'Ce n’était pas moi',
  }),
  newDevice: ({ when, where }: Facts): Words => ({
    subject: 'Connexion à votre compte sur un nouvel appareil',
    lines: [
      `Quelqu’un s’est connecté à votre compte le ${when} depuis ${where}, sur un appareil que vous n’aviez encore jamais utilisé.`,
      unexpected,
    ],
    action: 'Ce n’était pas moi',
  }),
  secondFactorAbandoned: ({ when, where }: Facts): Words => ({
    subject: 'Quelqu’un a saisi votre mot de passe sans terminer la connexion',
    lines: [
      `Peu avant le ${when}, quelqu’un a saisi votre mot de passe depuis ${where}, sur un appareil que vous n’aviez encore jamais utilisé, mais sans second facteur. La connexion n’a pas abouti.`,
      'Si c’était vous, vous n’avez rien à faire. Sinon, définissez dès maintenant un nouveau mot de passe.',
    ],
    action: 'Ce n’était pas moi',
  }),
  secondFactorFailed: ({ when, where }: Facts): Words => ({
    subject: 'Quelqu’un connaît peut-être votre mot de passe',
    lines: [
      `Le ${when}, quelqu’un a saisi votre mot de passe depuis ${where}, mais pas le bon second facteur. La connexion n’a pas abouti.`,
      'Si c’était vous, vous n’avez rien à faire. Sinon, définissez dès maintenant un nouveau mot de passe.',
    ],
    action: 'Ce n’était pas moi',
  }),
};
