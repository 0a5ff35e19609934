import { memoryStores } from '../../memory/stores.ts';
import { adoptionSuite } from '../../ports/adoption.suite.ts';
import { idempotencyRecordsSuite } from '../../ports/idempotency-records.suite.ts';
import { limitsSuite } from '../../ports/limits.suite.ts';
import { peopleSuite } from '../../ports/people.suite.ts';
import { signInsSuite } from '../../ports/sign-ins.suite.ts';
import { twoFactorSuite } from '../../ports/two-factor.suite.ts';
import { usersSuite } from '../../ports/users.suite.ts';

const stores = memoryStores();
adoptionSuite(stores);
idempotencyRecordsSuite(stores);
limitsSuite(stores);
peopleSuite(stores);
signInsSuite(stores);
twoFactorSuite(stores);
usersSuite(stores);
