import type { FaultCode } from '../../../shared/domain/errors.ts';
import type { ApiErrorCode } from '../en/errors.ts';
import { counted } from './counted.ts';

export const errors: Record<ApiErrorCode, string> = {
  request_invalid: 'Vérifiez votre saisie.',
  credentials_invalid: 'Adresse e-mail ou mot de passe incorrect.',
  session_required: 'Votre session est terminée. Connectez-vous à nouveau.',
  challenge_invalid: 'Le délai de connexion a expiré. Connectez-vous à nouveau.',
  code_invalid: 'Ce code est incorrect ou a déjà été utilisé.',
  identity_confirmation_required: 'Confirmez d’abord votre identité.',
  permission_required: 'Vous n’avez pas l’autorisation de gérer les utilisateurs. Adressez-vous à un administrateur.',
  two_factor_required: 'Activez d’abord l’authentification à deux facteurs.',
  origin_rejected: 'Cette demande ne provient pas de ce site. Ouvrez la page à son adresse habituelle, puis réessayez.',
  not_found: 'Il n’y a rien ici.',
  method_not_allowed: 'Cette page n’est plus à jour. Actualisez-la.',
  two_factor_not_enabled:
    'L’authentification à deux facteurs n’est pas activée. Actualisez la page pour voir l’état actuel.',
  setup_invalid: 'Cette configuration a expiré ou a été remplacée par une autre. Recommencez.',
  email_taken: 'Un utilisateur possède déjà cette adresse e-mail.',
  user_suspended: 'Cet utilisateur est suspendu. Réactivez d’abord son compte.',
  last_administrator: 'Votre organisation doit compter au moins un administrateur actif. Ajoutez-en d’abord un autre.',
  mail_required:
    'Seul un e-mail permet de transmettre cela à l’utilisateur, et l’envoi d’e-mails n’est pas configuré ici. Demandez à la personne qui gère ce service de le configurer.',
  payload_too_large: 'C’est trop long.',
  media_type_unsupported: 'Cette page n’est plus à jour. Actualisez-la.',
  password_rejected: 'Choisissez un autre mot de passe.',
  too_many_attempts: 'Trop de tentatives. Patientez un instant, puis réessayez.',
  temporarily_unavailable: 'Le service ne répond pas pour le moment. Réessayez dans un instant.',
  internal:
    'Une erreur s’est produite de notre côté. Réessayez ou, si le problème persiste, contactez votre administrateur.',
  offline: 'Le service est injoignable. Vérifiez votre connexion à Internet, puis réessayez.',
};

/** A time to wait, in the unit that people would use. */
const duration = (seconds: number): string => {
  if (seconds < 60) return counted(seconds, 'seconde', 'secondes');
  if (seconds <= 90 * 60) return counted(Math.ceil(seconds / 60), 'minute', 'minutes');
  return counted(Math.ceil(seconds / 3_600), 'heure', 'heures');
};

export const wait = (seconds: number): string => `Trop de tentatives. Patientez ${duration(seconds)}, puis réessayez.`;

/** The API quotes words the English way. */
const requoted = (words: string): string => words.replaceAll('“', '« ').replaceAll('”', ' »');

/** What is wrong with a field. `value`: a number, quoted words or domains, as the code needs one. */
export const faults: Record<FaultCode, (value: string) => string> = {
  too_short: (value) => `Utilisez au moins ${value} caractères.`,
  too_long: (value) => `Ne dépassez pas ${value} caractères.`,
  common_password: () => 'Ce mot de passe est l’un des premiers que l’on essaie.',
  repetitive_password: () => 'Évitez les caractères répétés et les suites simples.',
  guessable_password: () =>
    'Ce mot de passe est facile à deviner : mots courants, noms, dates et suites de touches, même doublés ou suivis de chiffres. Utilisez au moins quatre mots sans rapport entre eux.',
  password_of_context: (value) =>
    `Évitez ${requoted(value)} : c’est ce que l’on essaie en premier pour votre compte. Sinon, ajoutez d’autres mots sans rapport entre eux.`,
  domain_not_allowed: (value) => `Utilisez une adresse e-mail de l’un de ces domaines : ${value}.`,
  own_account: () =>
    'Vous ne pouvez pas effectuer cette action sur votre propre compte. Demandez à un autre administrateur.',
  ill_formed_text: () => 'Ce texte est mal encodé.',
  direction_character: () => 'Les caractères qui modifient le sens d’écriture ne sont pas autorisés.',
  control_character: () => 'Les caractères de contrôle et les sauts de ligne ne sont pas autorisés.',
  invisible_character: () => 'Les caractères invisibles ne sont pas autorisés.',
  private_character: () =>
    'Les caractères à usage privé ne sont pas autorisés, car leur apparence varie d’un appareil à l’autre.',
  unknown_character: () => 'Ce texte contient un caractère qui n’existe pas dans Unicode.',
  too_many_marks: () => 'Une lettre porte trop d’accents.',
  nothing_visible: () => 'Utilisez au moins un caractère visible.',
  email_incomplete: () => 'Saisissez une adresse e-mail, par exemple nom@example.com.',
  email_accents: () => 'Avant le @, seuls les lettres sans accent, les chiffres et les signes sont acceptés.',
  email_name_too_long: (value) => `Utilisez au maximum ${value} caractères avant le @.`,
  email_dots: () => 'Avant le @, un point ne peut être ni en premier, ni en dernier, ni doublé.',
  email_characters: () =>
    'Avant le @, les espaces, guillemets, parenthèses, virgules, deux-points et barres obliques inverses ne sont pas autorisés.',
  email_ip_address: () => 'Après le @, utilisez un nom de domaine, pas une adresse IP.',
  email_label_too_long: (value) => `Utilisez au maximum ${value} caractères entre deux points du domaine.`,
  email_domain: () => 'Après le @, utilisez un nom de domaine, par exemple example.com.',
  email_domain_incomplete: () => 'Le domaine après le @ est incomplet. Il lui faut un point, comme dans example.com.',
  clock_off: (value) =>
    `L’horloge de votre téléphone ${Number(value) > 0 ? 'avance' : 'retarde'} d’environ ${counted(Math.abs(Number(value)), 'minute', 'minutes')}. Réglez-la sur l’heure automatique, puis saisissez le code affiché par l’application.`,
  color_too_light: (value) =>
    `Le contraste est de ${value} : 1, et le texte exige 4,5 : 1. Choisissez une couleur plus foncée.`,
  color_too_dark: (value) =>
    `Le contraste est de ${value} : 1, et le texte exige 4,5 : 1. Choisissez une couleur plus claire.`,
  logo_unreadable: () => 'Ce n’est ni une image PNG ni une image SVG.',
  logo_too_large: () =>
    'Utilisez une image de 32 Ko au maximum, et de 1 024 pixels au maximum en largeur et en hauteur.',
  logo_unsafe: () =>
    'Ce fichier SVG contient plus qu’un dessin simple, par exemple un script, une feuille de style, un masque ou des parties dessinées plusieurs fois.',
  name_like_address: () =>
    'Utilisez un nom sans adresse ni numéro de téléphone. L’opérateur peut définir tout autre nom.',
  web_address_invalid: () => 'Utilisez une adresse qui commence par https://.',
  contact_invalid: () => 'Utilisez une adresse e-mail ou une adresse qui commence par https://.',
};
