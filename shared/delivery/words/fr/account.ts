/* Mails about how an account is protected: its password and its second factor. */

import type { Facts, Words } from '../words.ts';
import { unexpected, unexpectedOfOthers } from './unexpected.ts';

const factorOff =
  'Votre compte n’est plus protégé que par votre mot de passe. Réactivez l’authentification à deux facteurs dans les paramètres de votre compte.';

export const mailsOfAccount = {
  invited: ({ organization, until }: Facts): Words => ({
    subject: `Votre compte ${organization}`,
    lines: [
      `Un administrateur de l’organisation ${organization} a créé un compte pour vous. Définissez un mot de passe pour commencer à l’utiliser. Le lien est utilisable une seule fois, jusqu’au ${until}.`,
      'Si vous n’attendiez pas cet e-mail, vous pouvez l’ignorer. Personne ne peut utiliser le compte tant qu’aucun mot de passe n’est défini.',
    ],
    action: 'Définir votre mot de passe',
  }),
  invitedAgain: ({ organization, until }: Facts): Words => ({
    subject: `Définissez le mot de passe de votre compte ${organization}`,
    lines: [
      `Un administrateur de l’organisation ${organization} vous a envoyé un lien pour définir un nouveau mot de passe. Ce lien est utilisable une seule fois, jusqu’au ${until}, et ferme toutes vos sessions.`,
      unexpectedOfOthers,
    ],
    action: 'Définir votre mot de passe',
  }),
  passwordReset: ({ organization, until, where }: Facts): Words => ({
    subject: `Réinitialisez le mot de passe de votre compte ${organization}`,
    lines: [
      `Quelqu’un a demandé la réinitialisation de votre mot de passe depuis ${where}. Utilisez le lien pour en définir un nouveau. Il est utilisable une seule fois, jusqu’au ${until}. L’authentification à deux facteurs reste inchangée.`,
      'Si ce n’était pas vous, vous pouvez ignorer cet e-mail. Votre mot de passe n’a pas changé.',
    ],
    action: 'Définir un nouveau mot de passe',
  }),
  emailChange: ({ organization, until, newEmail }: Facts): Words => ({
    subject: 'Confirmez votre nouvelle adresse e-mail',
    lines: [
      `Quelqu’un a demandé que ${newEmail} devienne l’adresse d’un compte de l’organisation ${organization}. Utilisez le lien pour la confirmer. Il fonctionne une seule fois, jusqu’au ${until}.`,
      'Ensuite, vous vous connecterez avec cette adresse et toutes vos sessions seront fermées.',
      'Si ce n’était pas vous, vous pouvez ignorer cet e-mail. Rien ne changera.',
    ],
    action: 'Confirmer cette adresse',
  }),
  emailChanged: ({ when, where, newEmail }: Facts): Words => ({
    subject: 'Votre adresse e-mail a été modifiée',
    lines: [
      `L’adresse de votre compte a été remplacée par ${newEmail} le ${when} depuis ${where}. Nos e-mails y sont désormais envoyés.`,
      'Si ce n’était pas vous, utilisez le bouton ci-dessous : vous récupérez cette adresse, toutes les sessions sont fermées et vous choisissez un nouveau mot de passe.',
    ],
    action: 'Ce n’était pas moi',
  }),
  emailRestored: ({ when, newEmail }: Facts): Words => ({
    subject: 'Votre adresse e-mail a été rétablie',
    lines: [
      `L’adresse de votre compte est redevenue ${newEmail} à la place de celle-ci le ${when}, avec le lien de l’e-mail que nous y avions envoyé. Toutes les sessions ont été fermées.`,
      'Si vous ne vous y attendiez pas, contactez votre administrateur.',
    ],
  }),
  passwordSet: ({ when, where }: Facts): Words => ({
    subject: 'Votre mot de passe a été défini',
    lines: [
      `Votre mot de passe a été défini le ${when} depuis ${where}. Toutes vos sessions ont été fermées.`,
      unexpected,
    ],
    action: 'Ce n’était pas moi',
  }),
  passwordClosed: ({ when, until }: Facts): Words => ({
    subject: 'Votre mot de passe a été bloqué',
    lines: [
      `Quelqu’un a saisi un mot de passe incorrect pour votre compte 100 fois de suite, la dernière fois le ${when}. Nous avons bloqué le mot de passe sur les appareils que vous n’avez encore jamais utilisés.`,
      `Pour vous connecter sur un nouvel appareil, définissez un nouveau mot de passe. Le lien est utilisable une seule fois, jusqu’au ${until}.`,
    ],
    action: 'Définir un nouveau mot de passe',
  }),
  passwordChanged: ({ when, where }: Facts): Words => ({
    subject: 'Votre mot de passe a été modifié',
    lines: [
      `Votre mot de passe a été modifié le ${when} depuis ${where}. Vos autres sessions ont été fermées.`,
      unexpected,
    ],
    action: 'Ce n’était pas moi',
  }),
  twoFactorEnabled: ({ when, where }: Facts): Words => ({
    subject: 'L’authentification à deux facteurs est activée sur votre compte',
    lines: [
      `L’authentification à deux facteurs a été activée sur votre compte le ${when} depuis ${where}. Désormais, vous vous connectez avec votre mot de passe et un code de votre application d’authentification.`,
      'Conservez vos codes de récupération dans un endroit accessible sans votre téléphone.',
      'Si ce n’était pas vous, quelqu’un d’autre connaît peut-être votre mot de passe. Le bouton ci-dessous ferme toutes les sessions, désactive l’authentification à deux facteurs et vous permet de définir un nouveau mot de passe.',
    ],
    action: 'Ce n’était pas moi',
  }),
  twoFactorReplaced: ({ when, where }: Facts): Words => ({
    subject: 'Votre application d’authentification a été remplacée',
    lines: [
      `Une autre application d’authentification a été associée à votre compte le ${when} depuis ${where}. La précédente ne fonctionne plus, et vos anciens codes de récupération non plus.`,
      unexpected,
    ],
    action: 'Ce n’était pas moi',
  }),
  twoFactorDisabled: ({ when, where }: Facts): Words => ({
    subject: 'L’authentification à deux facteurs est désactivée sur votre compte',
    lines: [
      `L’authentification à deux facteurs a été désactivée sur votre compte le ${when} depuis ${where}.`,
      factorOff,
      unexpected,
    ],
    action: 'Ce n’était pas moi',
  }),
  twoFactorReset: ({ organization, when }: Facts): Words => ({
    subject: 'Votre authentification à deux facteurs a été réinitialisée',
    lines: [
      `Un administrateur de l’organisation ${organization} a supprimé votre second facteur le ${when}. Toutes vos sessions ont été fermées.`,
      factorOff,
      unexpectedOfOthers,
    ],
    action: 'Ce n’était pas moi',
  }),
  twoFactorUndone: ({ when }: Facts): Words => ({
    subject: 'L’authentification à deux facteurs est désactivée sur votre compte',
    lines: [
      `Le ${when}, vous avez signalé ne pas avoir activé l’authentification à deux facteurs. Nous l’avons désactivée et avons fermé toutes les sessions.`,
      'Une fois votre nouveau mot de passe défini, réactivez-la avec votre propre application d’authentification.',
    ],
  }),
  twoFactorReminder: ({ organization }: Facts): Words => ({
    subject: `${organization} vous invite à activer l’authentification à deux facteurs`,
    lines: [
      `Votre compte ${organization} n’est protégé que par votre mot de passe. Avec l’authentification à deux facteurs, une personne qui découvre votre mot de passe ne peut pas se connecter pour autant.`,
      'Il suffit de deux minutes et d’une application d’authentification. Ouvrez les paramètres du compte et sélectionnez « Activer ».',
      'Vous pouvez désactiver ces rappels dans les paramètres du compte, sous « Profil ».',
    ],
    action: 'Ouvrir les paramètres du compte',
  }),
};
