/* The pages that links in emails open, and the one that asks for an email. */

export const links = {
  incomplete: 'Ce lien est incomplet. Copiez le lien en entier depuis l’e-mail.',
  readBefore:
    'Pour votre sécurité, cette page oublie le lien lorsque vous l’actualisez. Rouvrez le lien depuis votre e-mail.',
  over: 'Ce lien a expiré ou a déjà été utilisé.',
};

export const setPassword = {
  title: 'Définir votre mot de passe',
  lead: 'Définissez un mot de passe pour le compte',
  hint: (least: number) =>
    `Au moins ${least} caractères. Quelques mots que personne d’autre n’aurait l’idée d’associer conviennent bien.`,
  submit: 'Définir le mot de passe',
  askAgain: 'Demandez-en un nouveau à votre administrateur.',
  resetAgain: 'Recevoir un nouveau lien par e-mail',
};

export const forgot = {
  title: 'Réinitialiser votre mot de passe',
  lead: 'Saisissez l’adresse e-mail avec laquelle vous vous connectez. Nous vous enverrons un lien pour définir un nouveau mot de passe.',
  submit: 'Envoyer l’e-mail',
  noMail:
    'L’envoi d’e-mails n’est pas configuré ici. Demandez à votre administrateur un lien pour définir un nouveau mot de passe.',
  sentTitle: 'Consultez vos e-mails',
  sent: (email: string) =>
    `S’il existe un compte pour ${email}, nous avons envoyé un lien à cette adresse. Ce lien est valable 30 minutes.`,
  nothing:
    'Si vous ne voyez pas l’e-mail, regardez dans vos courriers indésirables, vérifiez que l’adresse est correcte ou contactez votre administrateur.',
};

export const notMe = {
  title: 'Ce n’était pas moi',
  lead: 'Toutes les sessions de votre compte seront fermées, sur tous les appareils, et votre mot de passe actuel ne fonctionnera plus. Si l’authentification à deux facteurs a été activée à ce moment-là ou après, elle sera de nouveau désactivée. Vous choisirez ensuite un nouveau mot de passe.',
  account: 'Compte :',
  submit: 'Fermer toutes les sessions',
  done: 'Toutes les sessions ont été fermées. Choisissez maintenant un nouveau mot de passe.',
  over: 'Ce lien a expiré, ou votre mot de passe a été modifié depuis.',
};
