import {
  beginTwoFactorSetup,
  disableTwoFactor,
  regenerateRecoveryCodes,
  showRecoveryCodes,
} from '../../shared/contract/operations/two-factor.ts';
import { type Account, useAccount } from '../api/account.ts';
import { call } from '../api/call.ts';
import { useDoing } from '../components/use-doing.tsx';
import { useIdentity } from '../identity/use-identity.tsx';
import { texts } from '../texts/index.ts';
import type { Step } from './states.ts';
import type { Steps } from './use-steps.ts';

const { twoFactor: words } = texts;

/** The work behind the section's buttons. All of it requires a recently confirmed identity, which `dialog` asks for. */
export const useTwoFactorActions = ({ goTo, goBack }: Steps) => {
  const { account, change, refresh } = useAccount();
  const { dialog, withIdentity } = useIdentity();
  const { told, isBusy, doing, fail } = useDoing({
    onError: async ({ code }) => {
      if (code === 'two_factor_not_enabled') await refresh();
    },
  });

  /** Requests what the next step shows; stays here if the person cancels the dialog. */
  const leadTo = <Reply>(ask: () => Promise<Reply>, stepOf: (reply: Reply) => Step): Promise<void> =>
    doing(async () => {
      const reply = await withIdentity(ask);
      if (reply) goTo(stepOf(reply));
      return undefined;
    });
  const begin = () =>
    leadTo(
      () => call(beginTwoFactorSetup, {}),
      (setup) => ({ name: 'setup', setup }),
    );
  const show = () =>
    leadTo(
      () => call(showRecoveryCodes, {}),
      (codes) => ({ name: 'codes', codes, isNew: false }),
    );
  const regenerate = () =>
    leadTo(
      () => call(regenerateRecoveryCodes, {}),
      (codes) => ({ name: 'codes', codes, isNew: true, said: words.regenerated }),
    );
  const disable = () =>
    doing(async () => {
      const isDone = await withIdentity(async () => {
        await call(disableTwoFactor, {});
        return true;
      });
      if (!isDone) return undefined;
      change({ twoFactor: { status: 'disabled' } });
      goBack();
      return words.disabled;
    });

  const setupConfirmed = (recoveryCodes: string[], twoFactor: Account['twoFactor']): void => {
    const said = account.twoFactor.status === 'enabled' ? words.replacedApp : words.enabled;
    change({ twoFactor });
    goTo({ name: 'codes', codes: { recoveryCodes }, isNew: true, said });
  };
  const setupOver = (): void => {
    // It may have been confirmed, with only the answers lost.
    void refresh();
    fail(words.setup.over);
    goBack();
  };

  return { told, isBusy, dialog, withIdentity, begin, show, regenerate, disable, setupConfirmed, setupOver };
};
