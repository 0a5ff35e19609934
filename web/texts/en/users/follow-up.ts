import { counted } from './figures.ts';

export const policy = {
  title: 'Two-factor policy',
  lead: 'What your organization asks of its users',
  modes: {
    off: 'Optional: each user decides',
    encouraged: 'Encouraged: users without it are asked to turn it on',
    required: 'Required: starting on a date you choose, users without it can’t do anything until they turn it on',
  },
  dayHint: (zone: string) =>
    `This applies to new sign-ins. People who are already signed in keep their session until it ends, within a day. The day begins at midnight, ${zone}.`,
  past: 'Choose today or a later day.',
  touches: (count: number) => `${counted(count, 'user')} ${count === 1 ? 'doesn’t' : 'don’t'} have it on yet.`,
  submit: 'Save policy',
  saved: 'Policy saved.',
  encourages: (organization: string) =>
    `${organization} asks you to turn on two-factor authentication. It takes about two minutes.`,
  requires: (organization: string) =>
    `${organization} requires two-factor authentication. Turn it on to continue. Until then, you can’t do anything else here.`,
  willRequire: (organization: string) =>
    `${organization} will soon require two-factor authentication. Turn it on before`,
};
