/** In mails about what the reader may have done: they have a button for whoever did not. */
export const unexpected = 'Si ce n’était pas vous, utilisez le bouton ci-dessous et prévenez votre administrateur.';
/** In mails about what an administrator did. */
export const unexpectedOfOthers = 'Si vous ne vous y attendiez pas, prévenez immédiatement votre administrateur.';
