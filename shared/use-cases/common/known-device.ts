import type { Credential } from '../../domain/entities/credential.ts';
import type { User } from '../../domain/entities/user.ts';
import { type Instant, isOver } from '../../domain/instant.ts';
import type { Context } from '../../domain/request.ts';
import { isKnownForPassword, type KnownDevice, ownerName } from '../../domain/sessions/device.ts';
import { readDeviceTokens } from '../../domain/sessions/tokens.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import { type Device, type DeviceNeeds, rememberDevice } from './guess-limits.ts';

type Needs = { limits: Pick<Limits, 'findDevices'> };

/**
 * The devices that tokens stand for, whichever accounts know them. The call is the same for every address and every
 * token, made up or not: what they mean is decided in memory.
 */
export const findDevices = async ({ limits }: Needs, deviceToken: string | undefined): Promise<KnownDevice[]> => {
  const references = readDeviceTokens(deviceToken ?? '');
  return references.length === 0 ? [] : limits.findDevices(references.map(({ hash }) => hash));
};

/** The device that this account knows. */
export const knownDevice = (
  devices: KnownDevice[],
  credential: Credential | null,
  now: Instant,
): KnownDevice | undefined => devices.find((device) => credential && isKnownForPassword(device, credential, now));

/**
 * Makes the device that sets a password a known one. A second factor that it has passed stays passed: a new password
 * does not change that.
 */
export const rememberAsBefore = async (
  needs: Needs & DeviceNeeds,
  context: Context,
  user: User,
  deviceToken: string | undefined,
): Promise<Device | undefined> => {
  const devices = await findDevices(needs, deviceToken);
  const before = devices.find(
    ({ owner, expiresAt }) => owner === ownerName(user.id) && !isOver(expiresAt, context.now),
  );
  return rememberDevice(needs, context, user, before?.generation);
};
