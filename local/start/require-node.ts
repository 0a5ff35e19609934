import { StartProblem } from './start-problem.ts';

const [LEAST_MAJOR, LEAST_MINOR] = [24, 7];

/**
 * npm uses the Node of the lockfile; an editor or a bare shell may use another one without argon2id.
 * @throws StartProblem that says what to run instead
 */
export const requireNode = (version: string = process.versions.node): void => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > LEAST_MAJOR || (major === LEAST_MAJOR && minor >= LEAST_MINOR)) return;
  throw new StartProblem(
    `Sallyport needs Node ${LEAST_MAJOR}.${LEAST_MINOR} or later, but this is Node ${version}. Run \`npm start\`, or \`node_modules/.bin/node local/main.ts\`.`,
  );
};
