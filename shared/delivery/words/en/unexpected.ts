/** In mails about what the reader may have done: they have a button for whoever did not. */
export const unexpected = 'If that wasn’t you, use the button below and tell your administrator.';
/** In mails about what an administrator did. */
export const unexpectedOfOthers = 'If you didn’t expect this, tell your administrator right away.';
