import { Managers } from '../layout/managers.tsx';
import { UsersPlace } from '../layout/users-place.tsx';
import { Adoption } from '../users/follow-up/adoption.tsx';
import { PolicySection } from '../users/follow-up/policy.tsx';

export default () => (
  <Managers>
    <UsersPlace place="adoption">
      <Adoption />
      <PolicySection />
    </UsersPlace>
  </Managers>
);
