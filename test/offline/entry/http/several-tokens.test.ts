import { expect, it } from 'vitest';
import {
  challengeId,
  pickChallenge,
  readChallengeToken,
  readDeviceTokens,
  withChallengeToken,
  withDeviceToken,
  withoutChallengeToken,
} from '../../../../shared/domain/sessions/tokens.ts';
import type { HttpEvent } from '../../../../shared/entry/http/event.ts';
import { readCookies } from '../../../../shared/entry/http/request/cookies.ts';

const tokenOf = (kind: string, user: string, secret: string): string =>
  `${kind}_01m878b3hzr5adst95472t6pb${user}_${secret.repeat(43)}`;
const cookiesOf = (...cookies: string[]) => readCookies({ cookies } as HttpEvent, 'http://localhost:3000');

it('a browser keeps the challenges of its tabs, from known devices and from unknown ones', () => {
  const [first, second] = [tokenOf('spc', '1', 'a'), tokenOf('spk', '2', 'b')];
  const both = withChallengeToken(withChallengeToken(undefined, first), second);
  for (const value of [first, second, both]) expect(cookiesOf(`challenge=${value}`)).toEqual({ challenge: value });
  expect(pickChallenge(both, undefined)).toBe(second);
});

it('a browser is a known device of several accounts', () => {
  const both = withDeviceToken(tokenOf('spd', '1', 'a'), tokenOf('spd', '2', 'b'));
  expect(readDeviceTokens(cookiesOf(`device=${both}`).device ?? '')).toHaveLength(2);
});

it('a cookie of another program is not ours', () => {
  const session = tokenOf('sps', '1', 'a');
  expect(cookiesOf('session=theirs', 'challenge=a~b', `device=${session}~c`)).toEqual({});
  expect(cookiesOf(`session=${session}`)).toEqual({ session });
});

it('a page answers the challenge that it means, and no other in its place', () => {
  const [first, second] = [tokenOf('spc', '1', 'a'), tokenOf('spk', '2', 'b')];
  const both = withChallengeToken(first, second);
  const idOf = (token: string): string => challengeId(readChallengeToken(token)?.hash ?? '');
  expect(pickChallenge(both, idOf(first))).toBe(first);
  expect(pickChallenge(both, idOf(second))).toBe(second);
  expect(pickChallenge(withoutChallengeToken(both, first), idOf(first))).toBe('gone');
  expect(pickChallenge('', undefined)).toBe('gone');
});
