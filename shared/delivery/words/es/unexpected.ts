export const unexpected = 'Si no fuiste tú, avisa a tu administrador de inmediato.';

/** Where an administrator did it, so that it cannot have been the reader. */
export const unexpectedOfOthers = 'Si no lo esperabas, avisa a tu administrador de inmediato.';
