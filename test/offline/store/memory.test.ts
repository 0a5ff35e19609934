import { memoryStores } from '../../memory/stores.ts';
import { limitsSuite } from '../../ports/limits.suite.ts';
import { signInsSuite } from '../../ports/sign-ins.suite.ts';
import { twoFactorSuite } from '../../ports/two-factor.suite.ts';
import { usersSuite } from '../../ports/users.suite.ts';

const stores = memoryStores();
limitsSuite(stores);
signInsSuite(stores);
twoFactorSuite(stores);
usersSuite(stores);
