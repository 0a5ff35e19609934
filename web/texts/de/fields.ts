export const fields = {
  email: { label: 'E-Mail-Adresse', invalid: 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.' },
  password: { label: 'Passwort', invalid: 'Geben Sie Ihr Passwort ein.' },
  currentPassword: { label: 'Aktuelles Passwort', invalid: 'Geben Sie Ihr aktuelles Passwort ein.' },
  newPassword: { label: 'Neues Passwort', invalid: 'Geben Sie ein neues Passwort ein.' },
  code: { label: 'Code', invalid: 'Geben Sie die 6 Ziffern ein, die Ihre Authenticator-App anzeigt.' },
  recoveryCode: {
    label: 'Wiederherstellungscode',
    invalid: 'Geben Sie einen Wiederherstellungscode ein: 24 Buchstaben und Ziffern.',
  },
  bypassCode: { label: 'Umgehungscode', invalid: 'Geben Sie den Umgehungscode ein: 24 Buchstaben und Ziffern.' },
  name: { label: 'Name', invalid: 'Geben Sie einen Namen mit höchstens 100 Zeichen ein.' },
  day: { label: 'Erforderlich ab', invalid: 'Wählen Sie das Datum, ab dem sie erforderlich ist.' },
  reason: {
    label: 'Grund',
    hint: 'Der Grund wird im Verlauf des Kontos gespeichert.',
    invalid: 'Geben Sie einen Grund mit höchstens 300 Zeichen ein.',
  },
  stored: {
    label: 'Ich habe diese Codes gespeichert',
    invalid: 'Bewahren Sie die Codes an einem sicheren Ort auf und setzen Sie dann das Häkchen.',
  },
};
