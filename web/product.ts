/* What a deployment calls itself and requires of passwords; inserted by the build. */

export const productName: string = import.meta.env.VITE_PRODUCT_NAME ?? 'Sallyport';
export const passwordLeast = Number(import.meta.env.VITE_PASSWORD_LEAST ?? 15);
/** Whether a forgotten password can be reset by mail. */
export const sendsMail = import.meta.env.VITE_SENDS_MAIL !== 'no';
