/** In mails about what the reader may have done: they have a button for whoever did not. */
export const unexpected =
  'Falls Sie das nicht waren, verwenden Sie die Schaltfläche unten und informieren Sie Ihren Administrator.';
/** In mails about what an administrator did. */
export const unexpectedOfOthers =
  'Falls Sie damit nicht gerechnet haben, informieren Sie bitte umgehend Ihren Administrator.';
