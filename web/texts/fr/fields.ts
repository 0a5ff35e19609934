export const fields = {
  email: { label: 'Adresse e-mail', invalid: 'Saisissez une adresse e-mail, par exemple nom@example.com.' },
  password: { label: 'Mot de passe', invalid: 'Saisissez votre mot de passe.' },
  currentPassword: { label: 'Mot de passe actuel', invalid: 'Saisissez votre mot de passe actuel.' },
  newPassword: { label: 'Nouveau mot de passe', invalid: 'Saisissez un nouveau mot de passe.' },
  code: { label: 'Code', invalid: 'Saisissez les 6 chiffres affichés par votre application d’authentification.' },
  recoveryCode: {
    label: 'Code de récupération',
    invalid: 'Saisissez un code de récupération : 24 lettres et chiffres.',
  },
  bypassCode: {
    label: 'Code de contournement',
    invalid: 'Saisissez le code de contournement : 24 lettres et chiffres.',
  },
  name: { label: 'Nom', invalid: 'Saisissez un nom de 100 caractères au maximum.' },
  day: {
    label: 'Obligatoire à partir du',
    invalid: 'Choisissez la date à partir de laquelle l’obligation s’applique.',
  },
  reason: {
    label: 'Motif',
    hint: 'Il est conservé dans l’historique du compte.',
    invalid: 'Saisissez un motif de 300 caractères au maximum.',
  },
  stored: {
    label: 'J’ai mis ces codes en lieu sûr',
    invalid: 'Mettez les codes en lieu sûr, puis cochez la case.',
  },
};
