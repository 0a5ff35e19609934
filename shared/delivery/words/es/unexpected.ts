/** In mails about what the reader may have done: they have a button for whoever did not. */
export const unexpected = 'Si no fuiste tú, usa el botón de abajo y avisa a tu administrador.';
/** In mails about what an administrator did. */
export const unexpectedOfOthers = 'Si no lo esperabas, avisa a tu administrador de inmediato.';
