import type { FaultCode } from '../../../shared/domain/errors.ts';
import type { ApiErrorCode } from '../en/errors.ts';
import { counted } from './counted.ts';

export const errors: Record<ApiErrorCode, string> = {
  request_invalid: 'Prüfen Sie Ihre Eingaben.',
  credentials_invalid: 'E-Mail-Adresse oder Passwort ist falsch.',
  session_required: 'Ihre Sitzung ist beendet. Melden Sie sich erneut an.',
  challenge_invalid: 'Ihre Anmeldung ist abgelaufen. Melden Sie sich erneut an.',
  code_invalid: 'Dieser Code ist falsch oder wurde bereits verwendet.',
  identity_confirmation_required: 'Bestätigen Sie zuerst Ihre Identität.',
  permission_required: 'Sie sind nicht berechtigt, Benutzer zu verwalten. Wenden Sie sich an einen Administrator.',
  two_factor_required: 'Aktivieren Sie zuerst die Zwei-Faktor-Authentifizierung.',
  origin_rejected:
    'Diese Anfrage kam nicht von dieser Website. Öffnen Sie die Seite unter ihrer üblichen Adresse und versuchen Sie es erneut.',
  not_found: 'Hier gibt es nichts.',
  method_not_allowed: 'Diese Seite ist veraltet. Laden Sie sie neu.',
  two_factor_not_enabled:
    'Die Zwei-Faktor-Authentifizierung ist nicht aktiviert. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.',
  setup_invalid: 'Diese Einrichtung ist abgelaufen oder wurde durch eine andere ersetzt. Beginnen Sie von vorn.',
  email_taken: 'Es gibt bereits einen Benutzer mit dieser E-Mail-Adresse.',
  user_suspended: 'Dieser Benutzer ist gesperrt. Entsperren Sie ihn zuerst.',
  last_administrator:
    'Ihre Organisation braucht mindestens einen aktiven Administrator. Fügen Sie zuerst einen weiteren hinzu.',
  mail_required:
    'Das können wir dem Benutzer nur per E-Mail senden, aber hier ist kein E-Mail-Versand eingerichtet. Bitten Sie den Betreiber dieses Dienstes, ihn einzurichten.',
  payload_too_large: 'Das ist zu lang.',
  media_type_unsupported: 'Diese Seite ist veraltet. Laden Sie sie neu.',
  password_rejected: 'Wählen Sie ein anderes Passwort.',
  too_many_attempts: 'Zu viele Versuche. Warten Sie einen Moment und versuchen Sie es dann erneut.',
  temporarily_unavailable: 'Der Dienst antwortet gerade nicht. Versuchen Sie es gleich noch einmal.',
  internal:
    'Bei uns ist ein Fehler aufgetreten. Versuchen Sie es erneut oder wenden Sie sich an Ihren Administrator, wenn das Problem weiterhin besteht.',
  offline: 'Der Dienst ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
};

/** A time to wait, in the unit that people would use. */
const duration = (seconds: number): string => {
  if (seconds < 60) return counted(seconds, 'Sekunde', 'Sekunden');
  if (seconds <= 90 * 60) return counted(Math.ceil(seconds / 60), 'Minute', 'Minuten');
  return counted(Math.ceil(seconds / 3_600), 'Stunde', 'Stunden');
};

export const wait = (seconds: number): string =>
  `Zu viele Versuche. Warten Sie ${duration(seconds)} und versuchen Sie es dann erneut.`;

/** The API quotes words the English way. */
const inGermanQuotes = (words: string): string =>
  words.replaceAll('”', '‘‘').replaceAll('“', '„').replaceAll('‘‘', '“');

/** What is wrong with a field. `value`: a number, quoted words or domains, as the code needs one. */
export const faults: Record<FaultCode, (value: string) => string> = {
  too_short: (value) => `Verwenden Sie mindestens ${value} Zeichen.`,
  too_long: (value) => `Verwenden Sie höchstens ${value} Zeichen.`,
  common_password: () => 'Dieses Passwort gehört zu den ersten, die andere ausprobieren.',
  repetitive_password: () => 'Vermeiden Sie wiederholte Zeichen und einfache Zeichenfolgen.',
  guessable_password: () =>
    'Das ist leicht zu erraten: gängige Wörter, Namen, Datumsangaben und Tastaturmuster, auch verdoppelt oder mit angehängten Ziffern. Verwenden Sie vier oder mehr Wörter ohne Zusammenhang.',
  password_of_context: (value) =>
    `Das Passwort enthält ${inGermanQuotes(value)}. Das probieren andere bei Ihrem Konto zuerst aus. Lassen Sie es weg oder fügen Sie weitere Wörter ohne Zusammenhang hinzu.`,
  domain_not_allowed: (value) => `Verwenden Sie eine E-Mail-Adresse mit einer dieser Domains: ${value}.`,
  own_account: () => 'Bei Ihrem eigenen Konto ist das nicht möglich. Bitten Sie einen anderen Administrator darum.',
  ill_formed_text: () => 'Dieser Text ist fehlerhaft codiert.',
  direction_character: () => 'Zeichen, die die Textrichtung ändern, sind nicht zulässig.',
  control_character: () => 'Steuerzeichen und Zeilenumbrüche sind nicht zulässig.',
  invisible_character: () => 'Unsichtbare Zeichen sind nicht zulässig.',
  private_character: () => 'Zeichen zur privaten Verwendung sind nicht zulässig, weil sie überall anders aussehen.',
  unknown_character: () => 'Der Text enthält ein Zeichen, das in Unicode nicht definiert ist.',
  too_many_marks: () => 'Ein Buchstabe hat zu viele Akzente.',
  nothing_visible: () => 'Verwenden Sie mindestens ein sichtbares Zeichen.',
  email_incomplete: () => 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
  email_accents: () => 'Vor dem @ sind nur Buchstaben ohne Akzente und Umlaute, Ziffern und Zeichen zustellbar.',
  email_name_too_long: (value) => `Verwenden Sie vor dem @ höchstens ${value} Zeichen.`,
  email_dots: () =>
    'Vor dem @ darf kein Punkt am Anfang oder am Ende stehen, und es dürfen keine zwei Punkte aufeinander folgen.',
  email_characters: () =>
    'Vor dem @ sind Leerzeichen, Anführungszeichen, Klammern, Kommas, Doppelpunkte und umgekehrte Schrägstriche nicht erlaubt.',
  email_ip_address: () => 'Verwenden Sie nach dem @ einen Domainnamen, keine IP-Adresse.',
  email_label_too_long: (value) => `Verwenden Sie höchstens ${value} Zeichen zwischen zwei Punkten der Domain.`,
  email_domain: () => 'Verwenden Sie nach dem @ einen Domainnamen, zum Beispiel example.com.',
  email_domain_incomplete: () =>
    'Die Domain nach dem @ ist unvollständig. Sie braucht einen Punkt, wie in example.com.',
  clock_off: (value) =>
    `Die Uhr Ihres Telefons geht etwa ${counted(Math.abs(Number(value)), 'Minute', 'Minuten')} ${Number(value) > 0 ? 'vor' : 'nach'}. Stellen Sie sie auf automatische Uhrzeit und geben Sie dann den Code ein, den die App anzeigt.`,
  color_too_light: (value) =>
    `Der Kontrast beträgt ${value} : 1, Text braucht 4,5 : 1. Wählen Sie eine dunklere Farbe.`,
  color_too_dark: (value) => `Der Kontrast beträgt ${value} : 1, Text braucht 4,5 : 1. Wählen Sie eine hellere Farbe.`,
  logo_unreadable: () => 'Das ist weder ein PNG- noch ein SVG-Bild.',
  logo_too_large: () => 'Verwenden Sie ein Bild mit höchstens 32 KB und höchstens 1.024 Pixeln Breite und Höhe.',
  logo_unsafe: () =>
    'Diese SVG-Datei enthält mehr als ein einfaches Bild, zum Beispiel ein Skript, ein Stylesheet, eine Maske oder Teile, die mehrfach gezeichnet werden.',
  name_like_address: () =>
    'Verwenden Sie einen Namen ohne Adresse und ohne Telefonnummer. Andere Namen kann der Betreiber festlegen.',
  web_address_invalid: () => 'Verwenden Sie eine Adresse, die mit https:// beginnt.',
  contact_invalid: () => 'Verwenden Sie eine E-Mail-Adresse oder eine Adresse, die mit https:// beginnt.',
};
