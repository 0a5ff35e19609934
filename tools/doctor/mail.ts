import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import type { Settings } from '../../infra/settings.ts';
import { type Check, type Finding, fails, good, isMissing, warns } from './check.ts';

type Mail = NonNullable<Settings['mail']>;

const sesOf = ({ mail, region }: Settings): SESv2Client => {
  const at = mail?.region ?? region;
  return new SESv2Client(at === undefined ? {} : { region: at });
};

/** The address, its domain, and the domains above it: SES takes the first of them that it knows. */
const identitiesOf = ({ from }: Mail): string[] => {
  const labels = (from.split('@')[1] ?? '').split('.');
  return [from, ...labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))];
};

const verified = async (ses: SESv2Client, identity: string): Promise<boolean | undefined> => {
  try {
    const answer = await ses.send(new GetEmailIdentityCommand({ EmailIdentity: identity }));
    return answer.VerifiedForSendingStatus === true;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

const senderOf = async (settings: Settings, mail: Mail): Promise<Finding> => {
  const ses = sesOf(settings);
  for (const identity of identitiesOf(mail)) {
    const isVerified = await verified(ses, identity);
    if (isVerified === true) return good(`${mail.from}, by the identity ${identity}`);
    if (isVerified === false) return fails(`${identity} is not verified yet`, 'add the DNS records that SES asks for');
  }
  return fails(
    `SES knows neither ${mail.from} nor its domain here`,
    `aws sesv2 create-email-identity --email-identity ${mail.from.split('@')[1]}`,
  );
};

/** Whether people get their mails. */
export const ofMail: Check[] = [
  {
    name: 'mail',
    async run({ mail }) {
      if (mail) return good(`from ${mail.from}`);
      return warns('none is sent: nobody resets a password by mail', 'set `mail.from` in the settings');
    },
  },
  {
    name: 'the sender',
    isSkipped: ({ mail }) => mail === undefined || mail.identityArn !== undefined,
    run: (settings) => senderOf(settings, settings.mail as Mail),
  },
  {
    name: 'SES',
    isSkipped: ({ mail }) => mail === undefined,
    async run(settings) {
      const account = await sesOf(settings).send(new GetAccountCommand({}));
      if (account.SendingEnabled === false || account.EnforcementStatus === 'SHUTDOWN')
        return fails('it sends nothing for this account', 'see the account dashboard of SES');
      if (account.EnforcementStatus === 'PROBATION')
        return warns('too many mails bounce or are complained about', 'see the account dashboard of SES');
      if (account.ProductionAccessEnabled) return good('it sends to everyone');
      return warns('sandbox: only verified addresses get mail', 'ask for production access in the console of SES');
    },
  },
];
