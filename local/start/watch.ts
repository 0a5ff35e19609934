import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Cloud } from '../cloud.ts';
import type { Change } from '../renewal.ts';
import { appProcess, type Changed } from './synthesize.ts';

type Heard = Change | { problem: string } | { watching: true };

const outcomeOf = (change: Change): string => {
  if ('pages' in change) return 'Rebuilt the pages';
  const ids = change.functions.map(({ id }) => id);
  if (ids.length === 0) return 'Rebuilt, and no function is different';
  return `Rebuilt ${ids.length > 3 ? `${ids.length} functions` : ids.join(', ')}`;
};

/**
 * Rebuilds what changes in the sources, and puts it into use in the local cloud. Returns a function that stops this.
 */
export const watchSources = async (
  { assembly, changed }: { assembly: string; changed: Changed },
  cloud: Pick<Cloud, 'renew'>,
  say: (text: string) => void,
): Promise<() => void> => {
  const { cwd, env } = appProcess(assembly, changed);
  const child = fork('infra/watch/watch.ts', { cwd, env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const hear = async (heard: Heard): Promise<void> => {
    if ('watching' in heard) return;
    if ('problem' in heard) {
      say(`Not rebuilt: ${heard.problem}`);
      return;
    }
    await cloud.renew(heard);
    say(outcomeOf(heard));
  };
  child.on('message', (heard: Heard) => {
    hear(heard).catch((error: Error) => say(`Not renewed: ${error.message}`));
  });
  child.on('exit', (code) => code && say('The watch over the sources has ended: start again for it.'));
  // The first message says that it is watching: an earlier change would be missed.
  await Promise.race([once(child, 'message'), once(child, 'exit')]);
  return () => void child.kill();
};
