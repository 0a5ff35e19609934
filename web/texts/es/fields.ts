export const fields = {
  email: {
    label: 'Dirección de correo electrónico',
    invalid: 'Escribe una dirección de correo electrónico, como nombre@example.com.',
  },
  password: { label: 'Contraseña', invalid: 'Escribe tu contraseña.' },
  currentPassword: { label: 'Contraseña actual', invalid: 'Escribe tu contraseña actual.' },
  newPassword: { label: 'Contraseña nueva', invalid: 'Escribe una contraseña nueva.' },
  code: { label: 'Código', invalid: 'Escribe los 6 dígitos que muestra tu app de autenticación.' },
  recoveryCode: {
    label: 'Código de recuperación',
    invalid: 'Escribe un código de recuperación: 24 letras y números.',
  },
  bypassCode: {
    label: 'Código de acceso temporal',
    invalid: 'Escribe el código de acceso temporal: 24 letras y números.',
  },
  name: { label: 'Nombre', invalid: 'Escribe un nombre de 100 caracteres como máximo.' },
  day: { label: 'Obligatoria a partir de', invalid: 'Elige la fecha en la que pasa a ser obligatoria.' },
  reason: {
    label: 'Motivo',
    hint: 'Quedará guardado en el historial de la cuenta.',
    invalid: 'Escribe un motivo de 300 caracteres como máximo.',
  },
  stored: {
    label: 'He guardado estos códigos',
    invalid: 'Guarda los códigos en un lugar seguro y marca la casilla.',
  },
};
