import { figure } from './counted.ts';

export const twoFactor = {
  title: 'Authentification à deux facteurs',
  why: 'Une seconde étape lors de la connexion : votre mot de passe, puis un code fourni par une application sur votre téléphone. Votre compte reste protégé même si quelqu’un découvre votre mot de passe.',
  on: 'Activée',
  off: 'Désactivée',
  since: 'depuis le',
  enable: 'Activer',
  disable: 'Désactiver',
  replace: 'Remplacer l’application d’authentification',
  show: 'Afficher les codes de récupération',
  hide: 'Masquer les codes de récupération',
  regenerate: 'Régénérer les codes de récupération',
  disabled:
    'L’authentification à deux facteurs est désactivée. Désormais, votre mot de passe suffit pour vous connecter.',
  enabled:
    'L’authentification à deux facteurs est activée. Mettez dès maintenant vos codes de récupération en lieu sûr.',
  replacedApp:
    'Votre nouvelle application d’authentification est associée. L’ancienne ne fonctionne plus, et vos anciens codes de récupération non plus.',
  regenerated: 'Vous avez 8 nouveaux codes de récupération. Les précédents ne fonctionnent plus.',
  replaced:
    'Vous avez utilisé un code de récupération pour vous connecter. Il ne fonctionne plus et un nouveau l’a remplacé. Mettez la nouvelle série en lieu sûr.',
  setup: {
    title: 'Associer votre application d’authentification',
    scan: 'Scannez ce code QR avec une application d’authentification, comme Google Authenticator, Authy ou 1Password.',
    qrCode: (issuer: string, account: string) =>
      `Code QR pour une application d’authentification : ${issuer}, ${account}. Vous pouvez aussi saisir la clé secrète ci-dessous.`,
    key: 'Ou saisissez cette clé secrète :',
    parameters: 'Basé sur le temps, SHA-1, 6 chiffres, 30 secondes',
    link: 'Ouvrir dans une application sur cet appareil',
    label: 'Le compte apparaîtra sous le nom',
    confirmTitle: 'Confirmation',
    confirmLead:
      'Saisissez le code que l’application affiche maintenant. Rien ne change tant que vous n’avez pas confirmé.',
    submit: 'Confirmer la configuration',
    until: (time: string) =>
      `Cette configuration expire à ${time}. Si vous quittez la page avant de confirmer, vous devrez recommencer.`,
    wrongCode:
      'Ce code est incorrect. Vérifiez que vous avez scanné ce code QR et que l’heure de votre téléphone est réglée automatiquement, puis saisissez le code que l’application affiche maintenant.',
    over: 'Cette configuration a expiré, a été remplacée par une autre, ou trop de codes incorrects ont été saisis. Recommencez.',
  },
  codes: {
    title: 'Codes de récupération',
    lead: 'Si vous perdez votre téléphone, vous pourrez vous connecter avec l’un de ces codes. Chacun ne fonctionne qu’une fois, puis un nouveau le remplace. Ne les gardez pas sur votre téléphone : utilisez un gestionnaire de mots de passe, ou imprimez-les et rangez-les en lieu sûr.',
    used: (count: number) =>
      count === 1
        ? '1 code a été utilisé et remplacé depuis leur création. Conservez-les à nouveau : il manque dans une copie plus ancienne.'
        : `${figure(count)} codes ont été utilisés et remplacés depuis leur création. Conservez-les à nouveau : ils manquent dans une copie plus ancienne.`,
    list: 'Vos codes de récupération',
    generated: 'Générés le',
    copy: 'Copier',
    download: 'Télécharger',
    print: 'Imprimer',
    downloaded: 'Téléchargement terminé',
    done: 'Terminer',
    /** What kept codes say of themselves, before the codes. */
    kept: (account: string, issuer: string, created: string): string[] => [
      `${issuer} : codes de récupération pour ${account}`,
      `Créés le ${created}. Chaque code ne fonctionne qu’une fois, puis un nouveau le remplace.`,
    ],
  },
  disableDialog: {
    title: 'Désactiver l’authentification à deux facteurs ?',
    lead: 'Votre mot de passe suffira pour vous connecter. Vos codes de récupération et votre application d’authentification ne fonctionneront plus pour ce compte, et vos autres sessions seront fermées.',
    submit: 'Désactiver',
  },
  regenerateDialog: {
    title: 'Régénérer les codes de récupération ?',
    lead: 'Vous obtiendrez 8 nouveaux codes. Vos codes actuels cesseront aussitôt de fonctionner.',
    submit: 'Régénérer',
  },
};
