import type { Method } from '../../../shared/domain/entities/sign-in.ts';
import type { securityEventTypes } from '../../../shared/domain/events/security-event.ts';
import type { Permission } from '../../../shared/domain/fields.ts';

export const methods: Record<Method, string> = {
  password: 'Passwort',
  'password+totp': 'Passwort und Authenticator-Code',
  'password+recovery_code': 'Passwort und Wiederherstellungscode',
  'password+bypass_code': 'Passwort und Umgehungscode',
};

export const permissionNames: Record<Permission, string> = { 'users:manage': 'Benutzer verwalten' };

const types: Record<(typeof securityEventTypes)[number], string> = {
  user_created: 'Konto erstellt',
  user_invited_again: 'Neuer Link zum Festlegen eines Passworts',
  user_renamed: 'Name geändert',
  user_suspended: 'Konto gesperrt',
  user_reactivated: 'Konto entsperrt',
  user_deleted: 'Benutzer gelöscht',
  permissions_granted: 'Berechtigungen erteilt',
  permissions_withdrawn: 'Berechtigungen entzogen',
  administrators_changed: 'Änderung bei den Administratoren',
  waits_lifted: 'Wartezeit aufgehoben',
  email_change_requested: 'Neue E-Mail-Adresse beantragt',
  email_changed: 'E-Mail-Adresse geändert',
  email_restored: 'E-Mail-Adresse zurückgesetzt',
  password_set: 'Passwort festgelegt',
  password_changed: 'Passwort geändert',
  password_closed: 'Passwort nach zu vielen Fehlversuchen für neue Geräte gesperrt',
  session_ended: 'Sitzung beendet',
  sessions_ended: 'Alle anderen Sitzungen beendet',
  all_sessions_ended: 'Überall abgemeldet',
  two_factor_enabled: 'Zwei-Faktor-Authentifizierung aktiviert',
  two_factor_replaced: 'Authenticator-App ersetzt',
  two_factor_disabled: 'Zwei-Faktor-Authentifizierung deaktiviert',
  two_factor_reset: 'Zwei-Faktor-Authentifizierung zurückgesetzt',
  two_factor_undone: 'Zwei-Faktor-Authentifizierung nach der Meldung „Das war ich nicht“ deaktiviert',
  recovery_codes_shown: 'Wiederherstellungscodes angezeigt',
  recovery_codes_regenerated: 'Wiederherstellungscodes neu generiert',
  recovery_codes_withdrawn: 'Wiederherstellungscodes nach einer Wiederherstellung ungültig',
  recovery_code_used: 'Wiederherstellungscode verwendet und ersetzt',
  two_factor_reminded: 'Erinnerung an die Zwei-Faktor-Authentifizierung gesendet',
  brand_changed: 'Erscheinungsbild geändert',
  two_factor_policy_set: 'Zwei-Faktor-Richtlinie geändert',
  bypass_code_issued: 'Umgehungscode gesendet',
  bypass_code_used: 'Umgehungscode verwendet',
  second_factor_failed: 'Richtiges Passwort, falscher zweiter Faktor',
  second_factor_abandoned: 'Richtiges Passwort, Anmeldung nicht abgeschlossen',
  reported_not_me: '„Das war ich nicht“ gemeldet: überall abgemeldet',
  mail_refused: 'E-Mail nicht zugestellt',
  mail_bounced: 'E-Mail kam zurück',
  mail_complained: 'E-Mail als Spam gemeldet',
};

/** Seen by another administrator: what happened to someone’s permissions. */
const administratorChanges: Record<string, string> = {
  user_created: 'Konto mit Berechtigung zur Benutzerverwaltung erstellt',
  permissions_granted: 'Berechtigung erteilt',
  permissions_withdrawn: 'Berechtigung entzogen',
  user_suspended: 'Administrator gesperrt',
  user_reactivated: 'Administrator entsperrt',
  user_deleted: 'das Konto eines Administrators wurde gelöscht',
};

/** What made it possible; the texts of the events already mention a “This was not me” link. */
const links: Record<'invitation' | 'reset' | 'email', string> = {
  invitation: 'Einladungslink',
  reset: 'Link zum Zurücksetzen des Passworts',
  email: 'Bestätigungslink',
};

export const signIns = {
  title: 'Anmeldungen',
  none: 'Noch keine Anmeldungen.',
  when: 'Zeitpunkt',
  how: 'Methode',
  twoFactor: 'Zweiter Faktor',
  from: 'IP-Adresse',
  device: 'Gerät',
  browserOn: (browser: string, system: string) => `${browser} unter ${system}`,
  near: (city: string, country: string) => `Nahe ${city}, ${country}`,
  unknownDevice: 'Unbekannt',
  verified: 'Bestätigt',
  notVerified: 'Nicht verwendet',
};

export const events = {
  title: 'Verlauf',
  none: 'Bisher ist nichts passiert.',
  when: 'Zeitpunkt',
  what: 'Ereignis',
  who: 'Ausgelöst von',
  from: 'IP-Adresse',
  brandParts: {
    name: 'Name',
    logo: 'Logo',
    accent: 'Farben',
    supportContact: 'Support-Kontakt',
    lostPhoneHelp: 'Hilfe ohne Telefon',
    links: 'Links',
  } as Record<string, string>,
  signedIn: 'Angemeldet',
  actors: {
    owner: 'Benutzer',
    administrator: 'Administrator',
    operator: 'Betreiber',
    stranger: 'Unbekannte Person',
    link_holder: 'Person mit Link',
  },
  types,
  administratorChanges,
  permissions: permissionNames,
  links,
  about: 'Betroffenes Konto anzeigen',
  withFacts: (what: string, facts: string[]) => `${what}: ${facts.join('; ')}`,
};
