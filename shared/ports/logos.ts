import type { Logo } from '../domain/entities/organization.ts';
import type { Fault } from '../domain/errors.ts';

export type LogoImage = Logo & { bytes: Uint8Array };

/** Turns what someone sends as a logo into an image that is safe to show and to serve. */
export type LogoReader = {
  /** An image without anything that is not picture, or what is wrong with it. */
  read(sent: Uint8Array): LogoImage | Fault;
};
