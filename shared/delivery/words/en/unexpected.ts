export const unexpected = 'If that wasn’t you, tell your administrator right away.';
/** In mails about what an administrator did. */
export const unexpectedOfOthers = 'If you didn’t expect this, tell your administrator right away.';
