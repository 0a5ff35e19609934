export const signIn = {
  title: 'Connexion',
  submit: 'Se connecter',
  forgot: 'Mot de passe oublié ?',
  because: {
    'challenge-over': 'Le délai de connexion a expiré. Connectez-vous à nouveau.',
    'session-over': 'Votre session est terminée. Connectez-vous à nouveau pour continuer.',
    'signed-out': 'Déconnexion réussie.',
    'password-set': 'Votre mot de passe est défini. Utilisez-le pour vous connecter.',
    deleted: 'Votre compte a été supprimé.',
    'email-changed': 'Votre adresse a été modifiée. Connectez-vous avec elle.',
  },
};

export const signedIn = {
  as: 'Une session est ouverte avec le compte',
  continue: 'Continuer',
  another: 'Se connecter avec un autre compte',
  settings: 'Vous pouvez modifier votre mot de passe dans les paramètres de votre compte.',
  otherAccount: 'Cette page concerne un autre compte :',
};

export const challenge = {
  title: 'Authentification à deux facteurs',
  as: 'Connexion avec le compte',
  lead: 'Ouvrez votre application d’authentification et saisissez le code qu’elle affiche maintenant.',
  codeHint: '6 chiffres. L’application affiche un nouveau code toutes les 30 secondes.',
  recoveryLead:
    'Saisissez l’un des codes de récupération que vous avez mis en lieu sûr en activant l’authentification à deux facteurs.',
  recoveryHint: '24 lettres et chiffres. Chaque code ne fonctionne qu’une fois, puis un nouveau le remplace.',
  submit: 'Valider',
  ways: {
    recovery: 'Utiliser plutôt un code de récupération',
    totp: 'Utiliser plutôt l’application d’authentification',
    pass: 'Utiliser un code de contournement fourni par un administrateur',
  },
  bypassCodeLead:
    'Saisissez le code de contournement que vous avez reçu par e-mail. Il ne fonctionne qu’une fois. Si vous n’en avez pas, un administrateur peut vous en envoyer un.',
  bypassCodeHint: '24 lettres et chiffres.',
  wrongBypassCode:
    'Ce code de contournement est incorrect, a expiré ou a déjà été utilisé. Demandez-en un nouveau à votre administrateur.',
  lostPhone: 'Téléphone perdu ?',
  stuck: 'Les codes ne fonctionnent pas ? Utilisez un code de récupération ou voyez que faire sans votre téléphone.',
  stuckOtherwise: 'Les codes ne fonctionnent pas ? Voyez que faire sans votre téléphone.',
  timeLeft: 'Temps restant :',
  back: 'Retour à la connexion',
  wrongCode:
    'Ce code est incorrect ou a déjà été utilisé. Attendez le suivant. S’il ne fonctionne pas non plus, activez le réglage automatique de l’heure sur votre téléphone.',
  wrongRecoveryCode: 'Ce code de récupération est incorrect ou a déjà été utilisé. Essayez-en un autre.',
};

export const password = {
  show: 'Afficher',
  hide: 'Masquer',
  showLabel: 'Afficher le mot de passe',
  hideLabel: 'Masquer le mot de passe',
  title: 'Votre mot de passe',
  change: 'Modifier le mot de passe',
  submit: 'Modifier',
  changed: 'Votre mot de passe a été modifié. Vos autres sessions ont été fermées.',
};

export const identity = {
  title: 'Confirmez votre identité',
  lead: 'Pour continuer, saisissez à nouveau votre mot de passe.',
  leadTwoFactor: 'Pour continuer, saisissez votre mot de passe et un nouveau code.',
  submit: 'Confirmer',
  wrongPassword: 'Mot de passe incorrect.',
};
