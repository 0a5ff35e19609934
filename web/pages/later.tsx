import type { ComponentType } from 'preact';
import { ApiError } from '../api/api-error.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Pending } from '../components/pending.tsx';
import { Page } from '../layout/page.tsx';
import { texts } from '../texts/index.ts';

type Module = { default: ComponentType };

/**
 * A page whose code is loaded when it is opened, or before. A load that fails is shown and can be tried again; the
 * router's own `lazy` would keep the failure for good.
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
  /** A browser may keep a failed load as failed for as long as the document lives: then a new document helps. */
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
  /** Before it is needed; whether that works is of no matter yet. */
  const preload = (): void => void start().catch(() => undefined);
  return Object.assign(Later, { preload });
};
