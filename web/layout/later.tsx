import type { ComponentType } from 'preact';
import { ApiError } from '../api/api-error.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Pending } from '../components/pending.tsx';
import { texts } from '../texts/index.ts';
import { Page } from './page.tsx';

type Module = { default: ComponentType };

/**
 * A page whose code is loaded when it is opened, or earlier. A failed load is shown and can be tried again; the
 * router's own `lazy` would keep the failure permanently.
 */
export const later = (load: () => Promise<Module>) => {
  let found: ComponentType | undefined;
  let loading: Promise<void> | undefined;
  let hasFailed = false;
  const start = (): Promise<void> => {
    loading ??= load().then(
      (module) => {
        found = module.default;
      },
      () => {
        hasFailed = true;
        loading = undefined;
        throw new ApiError('offline');
      },
    );
    return loading;
  };
  /** A browser may remember a failed load for as long as the document lives: in that case a new document helps. */
  const show = (): Promise<void> => {
    const isSecond = hasFailed;
    return start().catch((error: unknown) => {
      if (isSecond && navigator.onLine) location.reload();
      throw error;
    });
  };
  const Later = () => {
    const loaded = useLoaded('page', show);
    if (found) {
      const Found = found;
      return <Found />;
    }
    return (
      <Page title={texts.productName}>
        <Pending loaded={loaded}>{() => null}</Pending>
      </Page>
    );
  };
  /** Loads it before it is needed; a failure does not matter yet. */
  const preload = (): void => void start().catch(() => undefined);
  return Object.assign(Later, { preload });
};
