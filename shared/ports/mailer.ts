export type Mail = {
  to: string;
  /** Whose mail it is; the address is the deployment's. */
  fromName?: string;
  subject: string;
  text: string;
  html: string;
  /** The page where the reader can stop mails of this kind, if they may. */
  unsubscribe?: string;
  /** Whose account it is about and which mail it is: the provider repeats it if the mail comes back. */
  about?: { userId: string; mail: string };
};

/** `reason`: the provider's name for it. Trying again would not help. */
type Sending = { outcome: 'sent' } | { outcome: 'refused'; reason: string };

/** Sends one mail, or reports that it will never be sent. `null`: this deployment sends no mail. */
export type Mailer = { send(mail: Mail): Promise<Sending> } | null;
