import { useRoute } from 'preact-iso';
import type * as z from 'zod/mini';
import { getUser, listUserSignIns } from '../../shared/contract/operations/users.ts';
import type { User } from '../../shared/contract/schemas.ts';
import { call } from '../api/call.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Facts } from '../layout/facts.tsx';
import { LastSignIn } from '../layout/last-sign-in.tsx';
import { Managers } from '../layout/managers.tsx';
import { Moment } from '../layout/moment.tsx';
import { Notice } from '../layout/notice.tsx';
import { Page } from '../layout/page.tsx';
import { Pending } from '../layout/pending.tsx';
import { SignInHistory } from '../layout/sign-in-history.tsx';
import { TwoFactorMark } from '../layout/two-factor-mark.tsx';
import { texts } from '../texts.ts';

const { user: words } = texts;

const Profile = ({ user }: { user: z.infer<typeof User> }) => (
  <Facts
    facts={[
      [texts.account.email, <span class="wrap">{user.email}</span>],
      [
        texts.twoFactor.title,
        <>
          <TwoFactorMark isOn={user.twoFactor.status === 'enabled'} />
          {user.twoFactor.enabledAt && (
            <>
              {' '}
              {texts.twoFactor.since} <Moment at={user.twoFactor.enabledAt} />
            </>
          )}
        </>,
      ],
      [texts.account.lastSignIn, <LastSignIn lastSignIn={user.lastSignIn} />],
      [words.status, user.status === 'active' ? words.active : words.suspended],
      [words.permissions, user.permissions.includes('users:manage') ? words.mayManage : words.noPermissions],
      [words.created, <Moment at={user.createdAt} />],
    ]}
  />
);

const Content = () => {
  const { params } = useRoute();
  const userId = params.userId ?? '';
  const loaded = useLoaded(userId, () => call(getUser, { userId }));
  const isGone = loaded.state === 'failed' && loaded.trouble.code === 'not_found';
  return (
    <Page title={loaded.state === 'done' ? loaded.value.name : texts.users.title}>
      <p>
        <a href="/users">{words.back}</a>
      </p>
      {isGone ? (
        <Notice kind="warning">{words.gone}</Notice>
      ) : (
        <Pending loaded={loaded}>
          {(user) => (
            <>
              <section aria-labelledby="profile">
                <h2 id="profile">{words.profile}</h2>
                <Profile user={user} />
              </section>
              <SignInHistory
                of={user.id}
                load={(cursor) => call(listUserSignIns, { userId, limit: '10', ...(cursor && { cursor }) })}
              />
            </>
          )}
        </Pending>
      )}
    </Page>
  );
};

export default () => (
  <Managers>
    <Content />
  </Managers>
);
