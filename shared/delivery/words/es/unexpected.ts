export const unexpected = 'Si no fuiste tú, avisa a tu administrador de inmediato.';
