import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type * as z from 'zod/mini';
import { getUser } from '../../shared/contract/operations/users.ts';
import type { User } from '../../shared/contract/schemas.ts';
import { call } from '../api/call.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Facts } from '../components/facts.tsx';
import { Moment } from '../components/moment.tsx';
import { Notice } from '../components/notice.tsx';
import { Pending } from '../components/pending.tsx';
import { LastSignIn } from '../history/last-sign-in.tsx';
import { UserTimeline } from '../history/user-timeline.tsx';
import { Managers } from '../layout/managers.tsx';
import { Page, StepHeading } from '../layout/page.tsx';
import { accountTexts } from '../texts/account.ts';
import { texts } from '../texts/index.ts';
import { userTexts } from '../texts/users.ts';
import { TwoFactorMark } from '../two-factor/two-factor-mark.tsx';
import { EditSection } from '../users/edit-section.tsx';
import { EmailSection } from '../users/email-section.tsx';
import { latestPath } from '../users/list/filter.ts';
import { UserActions } from '../users/user-actions.tsx';
import { UserSessions } from '../users/user-sessions.tsx';

const { user: words } = userTexts;
type UserView = z.infer<typeof User>;

const Profile = ({ user }: { user: UserView }) => (
  <Facts
    facts={[
      [accountTexts.account.email, <span class="wrap">{user.email}</span>],
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
      [accountTexts.account.lastSignIn, <LastSignIn lastSignIn={user.lastSignIn} />],
      [words.status, user.status === 'active' ? words.active : words.suspended],
      [words.permissions, user.permissions.includes('users:manage') ? words.mayManage : words.noPermissions],
      [words.created, <Moment at={user.createdAt} />],
    ]}
  />
);

const Content = () => {
  const { params } = useRoute();
  const userId = params.userId ?? '';
  const [round, setRound] = useState(0);
  const [changed, setChanged] = useState<UserView>();
  const [isDeleted, setDeleted] = useState(false);
  const loaded = useLoaded(userId, () => call(getUser, { userId }));
  const change = (user: UserView): void => {
    setChanged(user);
    // There is something new in the history.
    setRound((count) => count + 1);
  };
  const isGone = loaded.state === 'failed' && loaded.error.code === 'not_found';
  return (
    <Page title={loaded.state === 'done' ? loaded.value.name : userTexts.users.title}>
      <p>
        <a href={latestPath()}>{words.back}</a>
      </p>
      {isGone && <Notice kind="warning">{words.gone}</Notice>}
      {isDeleted && loaded.state === 'done' && (
        <Notice kind="success">
          <StepHeading level="h2">{userTexts.userActions.deleted(loaded.value.name)}</StepHeading>
        </Notice>
      )}
      {!isGone && !isDeleted && (
        <Pending loaded={loaded}>
          {(asLoaded) => {
            const user = changed?.id === asLoaded.id ? changed : asLoaded;
            return (
              <>
                <section aria-labelledby="profile">
                  <h2 id="profile">{words.profile}</h2>
                  <Profile user={user} />
                </section>
                <EditSection user={user} onChanged={change} />
                <EmailSection user={user} onChanged={change} />
                <UserActions user={user} onChanged={change} onDeleted={() => setDeleted(true)} />
                <UserSessions userId={user.id} round={round} />
                <UserTimeline userId={user.id} round={round} />
              </>
            );
          }}
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
