/** After something that the reader may have done. */
export const notYou = 'Si ce n’était pas vous, prévenez immédiatement votre administrateur.';

/** After something that an administrator did. */
export const unexpected = 'Si vous ne vous y attendiez pas, prévenez immédiatement votre administrateur.';
