export const unexpected = 'If that wasn’t you, tell your administrator right away.';
