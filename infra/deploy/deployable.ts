import type { Settings } from '../settings.ts';

/** What would end a deployment halfway, or put it where nobody meant it to be. */
export const problemOf = ({ region }: Settings, canBeAsked: boolean): string | undefined => {
  if (region === undefined)
    return 'name the region in the settings (cdk.json), such as "region": "eu-central-1": users and keys will live there, and cannot move';
  if (!canBeAsked)
    return 'there is no terminal to ask in: look at `npm run diff`, then deploy with --require-approval never';
  return undefined;
};

/** Where everything is going to live, and how it goes away again. */
export const sayingOf = ({ stackName, stage, region, account, origin, mail }: Settings): string =>
  [
    `${stackName}: users, keys and functions will live in ${region}${account ? `, account ${account}` : ''}.`,
    stage === 'dev'
      ? 'Stage dev: cdk destroy deletes everything, users included.'
      : 'Stage production: the table and the keys stay, whatever happens to the rest.',
    `People open the pages at ${origin ?? 'the distribution’s own name: the output Origin'}.`,
    mail ? `Mails come from ${mail.from}.` : 'No mail is sent: the settings have no mail.from.',
  ].join('\n');
