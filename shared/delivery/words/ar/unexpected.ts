export const unexpected = 'إذا لم تكن أنت من فعل ذلك، فأبلغ المسؤول على الفور.';
/** The title of the page that the button opens. */
export const notMe = 'لستُ من فعل ذلك';
