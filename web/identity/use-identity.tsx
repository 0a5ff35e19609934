import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { IdentityDialog } from './identity-dialog.tsx';

type Asking = { resolve(isConfirmed: boolean): void };

export type WithIdentity = <Result>(action: () => Promise<Result>) => Promise<Result | undefined>;

/**
 * For actions that need a recently confirmed identity: tries the action, opens the dialog if the API asks for
 * confirmation, and then continues. Undefined if the person cancels.
 */
export const useIdentity = (): {
  dialog: VNode | null;
  withIdentity: WithIdentity;
} => {
  const [asking, setAsking] = useState<Asking | null>(null);

  const ask = async (): Promise<boolean> => {
    const isConfirmed = await new Promise<boolean>((resolve) => setAsking({ resolve }));
    setAsking(null);
    return isConfirmed;
  };
  const withIdentity: WithIdentity = async (action) => {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'identity_confirmation_required') throw error;
      return (await ask()) ? action() : undefined;
    }
  };

  const dialog = asking && (
    <IdentityDialog onConfirmed={() => asking.resolve(true)} onCancel={() => asking.resolve(false)} />
  );
  return { dialog, withIdentity };
};
