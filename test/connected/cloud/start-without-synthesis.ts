import { startCloud } from '../../../local/cloud.ts';
import { lock } from '../../../local/start/lock.ts';
import { seed } from '../../../local/start/seed.ts';

/*
 * What `npm start` does after the synthesis, which leaves nothing behind that a later start would use. A program of its
 * own, so that a test can kill it.
 */

const [assembly = '', dataDirectory = ''] = process.argv.slice(2);
lock(dataDirectory);
const cloud = await startCloud({ assembly, dataDirectory, port: 0, controlPort: 0 });
console.log('cloud');
await seed(cloud, dataDirectory, console.log);
console.log(`ready ${cloud.url}`);
