import type { VNode } from 'preact';
import { inspectLink } from '../../shared/contract/operations/sign-in.ts';
import { call, type ReplyOf } from '../api/call.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useBrandOf } from '../brand/known-brand.ts';
import { Pending } from '../components/pending.tsx';
import { Frame } from '../layout/frame.tsx';
import { Page } from '../layout/page.tsx';
import { useLinkToken } from './link-token.ts';
import { NoLink } from './no-link.tsx';

type Link = ReplyOf<typeof inspectLink>;
type Props = {
  title: string;
  /** Instead of the page, if the link no longer works. */
  over: VNode;
  children(link: Link, token: string): VNode;
};

/** Checks the link before anyone types or relies on it: whose account it is for, or that it no longer works. */
const Inspected = ({ token, over, children }: Omit<Props, 'title'> & { token: string }) => {
  const loaded = useLoaded(token, () => call(inspectLink, { token }));
  useBrandOf(loaded.state === 'done' ? loaded.value.organizationId : undefined);
  if (loaded.state === 'failed' && loaded.error.code === 'challenge_invalid') return over;
  return <Pending loaded={loaded}>{(link) => children(link, token)}</Pending>;
};

/** A page that the link of a mail opens. */
export const LinkPage = ({ title, over, children }: Props) => {
  const found = useLinkToken();
  return (
    <Frame>
      <Page title={title} narrow>
        {typeof found === 'string' ? (
          <NoLink why={found} />
        ) : (
          <Inspected key={found.token} token={found.token} over={over}>
            {children}
          </Inspected>
        )}
      </Page>
    </Frame>
  );
};
