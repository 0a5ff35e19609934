import { countryIn, type Place } from '../../shared/domain/sessions/place.ts';
import { locale } from '../language.ts';
import { historyTexts } from '../texts/history.ts';
import { deviceOf } from './device.ts';

const { signIns: words } = historyTexts;

/** A device in words, with what the client said literally for whoever points at it. */
export const Device = ({ userAgent }: { userAgent: string }) => (
  <span class="agent" title={userAgent}>
    {deviceOf(userAgent)}
  </span>
);

const placeIn = ({ country, city }: Place): string => {
  const name = countryIn(locale(), country);
  return city === undefined ? name : words.near(city, name);
};

/** An address, and the place in the reader's language if it is known. */
export const Address = ({ ip, place }: { ip: string; place?: Place | undefined }) => (
  <>
    {ip}
    {place && <span class="agent">{placeIn(place)}</span>}
  </>
);

type From = { ip?: string | undefined; userAgent?: string | undefined; place?: Place | undefined };

/** All that is known about where something came from. */
export const From = ({ from: { ip, userAgent, place } }: { from: From }) =>
  ip ? (
    <>
      <Address ip={ip} place={place} />
      {userAgent && <Device userAgent={userAgent} />}
    </>
  ) : (
    <>–</>
  );
