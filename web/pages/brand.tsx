import '../styles/brand.css';
import { getBrand } from '../../shared/contract/operations/brand.ts';
import { useAccount } from '../api/account.ts';
import { call } from '../api/call.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Pending } from '../components/pending.tsx';
import { Managers } from '../layout/managers.tsx';
import { UsersPlace } from '../layout/users-place.tsx';
import { userTexts } from '../texts/users.ts';
import { BrandForm } from '../users/brand/brand-form.tsx';

const OwnBrand = () => {
  const { id } = useAccount().account.organization;
  const loaded = useLoaded(id, () => call(getBrand, { organizationId: id }));
  return <Pending loaded={loaded}>{(brand) => <BrandForm brand={brand} />}</Pending>;
};

/** How the organization's pages and mails look. */
export default () => (
  <Managers>
    <UsersPlace place="brand">
      <p>{userTexts.brand.lead}</p>
      <OwnBrand />
    </UsersPlace>
  </Managers>
);
