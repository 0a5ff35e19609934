/** In mails about what the reader may have done: they have a button for whoever did not. */
export const unexpected = 'إذا لم تكن أنت من فعل ذلك، فاستخدم الزر أدناه وأبلغ المسؤول.';
/** In mails about what an administrator did. */
export const unexpectedOfOthers = 'إذا لم تكن تتوقع ذلك، فأبلغ المسؤول على الفور.';
/** The title of the page that the button opens. */
export const notMe = 'لستُ من فعل ذلك';
