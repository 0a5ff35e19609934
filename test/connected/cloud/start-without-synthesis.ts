import { startCloud } from '../../../local/cloud.ts';
import { lock } from '../../../local/start/lock.ts';
import { seed } from '../../../local/start/seed.ts';

/*
 * What `npm start` does after the synthesis, without leaving anything behind that a later start would use. It is a
 * separate program, so that a test can kill it.
 */

const [assembly = '', dataDirectory = ''] = process.argv.slice(2);
lock(dataDirectory);
const cloud = await startCloud({ assembly, dataDirectory, port: 0, controlPort: 0 });
console.log('cloud');
await seed(cloud, dataDirectory, console.log);
console.log(`ready ${cloud.url}`);
