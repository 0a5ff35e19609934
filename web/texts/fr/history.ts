import type { Method } from '../../../shared/domain/entities/sign-in.ts';
import type { securityEventTypes } from '../../../shared/domain/events/security-event.ts';
import type { Permission } from '../../../shared/domain/fields.ts';

export const methods: Record<Method, string> = {
  password: 'Mot de passe',
  'password+totp': 'Mot de passe et code de l’application d’authentification',
  'password+recovery_code': 'Mot de passe et code de récupération',
  'password+bypass_code': 'Mot de passe et code de contournement',
};

export const permissionNames: Record<Permission, string> = { 'users:manage': 'Gérer les utilisateurs' };

const types: Record<(typeof securityEventTypes)[number], string> = {
  user_created: 'Compte créé',
  user_invited_again: 'Nouveau lien pour définir un mot de passe',
  user_renamed: 'Nom modifié',
  user_suspended: 'Compte suspendu',
  user_reactivated: 'Compte réactivé',
  user_deleted: 'Utilisateur supprimé',
  permissions_granted: 'Autorisations accordées',
  permissions_withdrawn: 'Autorisations retirées',
  administrators_changed: 'Changement parmi les administrateurs',
  waits_lifted: 'Délai d’attente levé',
  email_change_requested: 'Changement d’adresse e-mail demandé',
  email_changed: 'Adresse e-mail modifiée',
  email_restored: 'Adresse e-mail rétablie',
  password_set: 'Mot de passe défini',
  password_changed: 'Mot de passe modifié',
  password_closed: 'Mot de passe bloqué sur les nouveaux appareils après trop de tentatives incorrectes',
  session_ended: 'Session fermée',
  sessions_ended: 'Toutes les autres sessions fermées',
  all_sessions_ended: 'Toutes les sessions fermées',
  two_factor_enabled: 'Authentification à deux facteurs activée',
  two_factor_replaced: 'Application d’authentification remplacée',
  two_factor_disabled: 'Authentification à deux facteurs désactivée',
  two_factor_reset: 'Authentification à deux facteurs réinitialisée',
  two_factor_undone: 'Authentification à deux facteurs désactivée après un signalement « Ce n’était pas moi »',
  recovery_codes_shown: 'Codes de récupération affichés',
  recovery_codes_regenerated: 'Codes de récupération régénérés',
  recovery_codes_withdrawn: 'Codes de récupération annulés après une restauration',
  recovery_code_used: 'Code de récupération utilisé et remplacé',
  two_factor_reminded: 'Rappel envoyé pour activer l’authentification à deux facteurs',
  brand_changed: 'Image de marque modifiée',
  two_factor_policy_set: 'Règle d’authentification à deux facteurs modifiée',
  bypass_code_issued: 'Code de contournement envoyé',
  bypass_code_used: 'Code de contournement utilisé',
  second_factor_failed: 'Mot de passe correct, second facteur incorrect',
  second_factor_abandoned: 'Mot de passe correct, connexion inachevée',
  reported_not_me: 'Signalement « Ce n’était pas moi » : toutes les sessions fermées',
  mail_refused: 'E-mail non remis',
  mail_bounced: 'E-mail retourné',
  mail_complained: 'E-mail signalé comme spam',
};

/** Seen by another administrator: what happened to someone’s permissions. */
const administratorChanges: Record<string, string> = {
  user_created: 'un compte autorisé à gérer les utilisateurs a été créé',
  permissions_granted: 'une autorisation a été accordée à quelqu’un',
  permissions_withdrawn: 'une autorisation a été retirée à quelqu’un',
  user_suspended: 'un administrateur a été suspendu',
  user_reactivated: 'un administrateur a été réactivé',
  user_deleted: 'le compte d’un administrateur a été supprimé',
};

/** What made it possible; the texts of the events already mention a “This was not me” link. */
const links: Record<'invitation' | 'reset' | 'email', string> = {
  invitation: 'lien d’invitation',
  reset: 'lien de réinitialisation du mot de passe',
  email: 'lien de confirmation',
};

export const signIns = {
  title: 'Connexions',
  none: 'Aucune connexion pour le moment.',
  when: 'Date',
  how: 'Méthode',
  twoFactor: 'Second facteur',
  from: 'Adresse IP',
  device: 'Appareil',
  browserOn: (browser: string, system: string) => `${browser} sur ${system}`,
  near: (city: string, country: string) => `Près de ${city}, ${country}`,
  unknownDevice: 'Inconnu',
  verified: 'Vérifié',
  notVerified: 'Non utilisé',
};

export const events = {
  title: 'Historique',
  none: 'Aucun événement pour le moment.',
  when: 'Date',
  what: 'Événement',
  who: 'Par',
  from: 'Adresse IP',
  brandParts: {
    name: 'nom',
    logo: 'logo',
    accent: 'couleurs',
    supportContact: 'contact de l’assistance',
    lostPhoneHelp: 'aide sans téléphone',
    links: 'liens',
  } as Record<string, string>,
  signedIn: 'Connexion',
  actors: {
    owner: 'L’utilisateur',
    administrator: 'Un administrateur',
    operator: 'L’exploitant du service',
    stranger: 'Une personne inconnue',
    link_holder: 'Une personne munie d’un lien',
  },
  types,
  administratorChanges,
  permissions: permissionNames,
  links,
  about: 'Voir le compte concerné',
  withFacts: (what: string, facts: string[]) => `${what} : ${facts.join(' ; ')}`,
};
