import type { Facts, Words } from '../words.ts';
import { unexpectedOfOthers } from './unexpected.ts';

/* The texts of mails about what administrators do to accounts and rights. */

const changeInWords: Record<string, string> = {
  user_created: 'un compte autorisé à gérer les utilisateurs a été créé',
  permissions_granted: 'l’autorisation de gérer les utilisateurs a été accordée à quelqu’un',
  permissions_withdrawn: 'l’autorisation de gérer les utilisateurs a été retirée à quelqu’un',
  user_suspended: 'un administrateur a été suspendu',
  user_reactivated: 'un administrateur suspendu a été réactivé',
  user_deleted: 'le compte d’un administrateur a été supprimé',
};

export const mailsOfAdministration = {
  permissionsGranted: ({ organization, when }: Facts): Words => ({
    subject: 'Vous pouvez désormais gérer les utilisateurs',
    lines: [
      `Le ${when}, un administrateur vous a accordé l’autorisation de gérer les utilisateurs de l’organisation ${organization}.`,
      unexpectedOfOthers,
    ],
  }),
  permissionsWithdrawn: ({ organization, when }: Facts): Words => ({
    subject: 'Vous ne pouvez plus gérer les utilisateurs',
    lines: [
      `Le ${when}, un administrateur vous a retiré l’autorisation de gérer les utilisateurs de l’organisation ${organization}.`,
      unexpectedOfOthers,
    ],
  }),
  administratorsChanged: ({ organization, when, change, about }: Facts): Words => ({
    subject: `Les administrateurs de l’organisation ${organization} ont changé`,
    lines: [
      `Le ${when}, ${changeInWords[change] ?? 'les droits d’un administrateur ont été modifiés'} dans l’organisation ${organization} : ${about}. L’historique de ce compte indique qui en est à l’origine.`,
      'Si vous ne vous y attendiez pas, vérifiez votre liste d’utilisateurs.',
    ],
  }),
  suspended: ({ organization, when }: Facts): Words => ({
    subject: 'Votre compte a été suspendu',
    lines: [
      `Un administrateur de l’organisation ${organization} a suspendu votre compte le ${when}. Toutes vos sessions ont été fermées.`,
      'Si vous pensez qu’il s’agit d’une erreur, contactez votre administrateur.',
    ],
  }),
  reactivated: ({ organization, when }: Facts): Words => ({
    subject: 'Votre compte est de nouveau actif',
    lines: [
      `Un administrateur de l’organisation ${organization} a réactivé votre compte le ${when}. Vous pouvez à nouveau vous connecter.`,
    ],
  }),
  deleted: ({ organization, when }: Facts): Words => ({
    subject: 'Votre compte a été supprimé',
    lines: [
      `Votre compte dans l’organisation ${organization} a été supprimé le ${when}. Vous ne pouvez plus vous connecter et ses données ont été effacées.`,
      'Vous pouvez retirer son entrée de votre application d’authentification. Si vous pensez qu’il s’agit d’une erreur, contactez votre administrateur.',
    ],
  }),
  waitsLifted: ({ organization, when }: Facts): Words => ({
    subject: 'Vous pouvez à nouveau vous connecter immédiatement',
    lines: [
      `Un administrateur de l’organisation ${organization} a levé le délai d’attente de votre compte le ${when}. Ce délai était dû à des mots de passe ou des codes incorrects.`,
      unexpectedOfOthers,
    ],
  }),
};
