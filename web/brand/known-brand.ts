import { useEffect, useState } from 'preact/hooks';
import type { getBrand } from '../../shared/contract/operations/brand.ts';
import type { ReplyOf } from '../api/call.ts';
import { productName } from '../product.ts';

/*
 * Whose pages these are: the organization that a link names, that of the account, or the last one that this browser
 * has shown. The brand is kept, so that it is there before any request.
 */

export type KnownBrand = ReplyOf<typeof getBrand>;
type Kept = { id: string; at: number; brand: KnownBrand };

/** Another name for another shape: what an older version of the pages has kept is asked for again. */
const KEY = 'brand.1';
const FRESH_MS = 60 * 60_000;

/** A browser may refuse to store anything. */
const read = (): Kept | undefined => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '') as Kept;
    return typeof kept.brand.name === 'string' && Array.isArray(kept.brand.links) ? kept : undefined;
  } catch {
    return undefined;
  }
};
const keep = (kept: Kept): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // It is asked for again.
  }
};

let known: Kept | undefined;
const changes = new EventTarget();

const show = (kept: Kept): void => {
  known = kept;
  const { style } = document.documentElement;
  for (const scheme of ['light', 'dark'] as const) {
    const color = kept.brand.accent?.[scheme];
    if (color) style.setProperty(`--accent-${scheme}`, color);
    else style.removeProperty(`--accent-${scheme}`);
  }
  changes.dispatchEvent(new Event('changed'));
};

/** Grows with each question and each answer that counts: what was asked before is out of date. */
let asked = 0;

/** Shows a brand that was just read or saved. */
export const adoptBrand = (id: string, brand: KnownBrand): void => {
  asked += 1;
  const kept = { id, at: Date.now(), brand };
  keep(kept);
  show(kept);
};

/** A clock that was ahead when it was kept says nothing. */
const isFresh = ({ at }: Kept): boolean => Date.now() >= at && Date.now() - at < FRESH_MS;

/** Makes the pages those of an organization; without its brand, they stay as they are. */
export const brandOf = async (id: string): Promise<void> => {
  if (known?.id === id && isFresh(known)) return;
  asked += 1;
  const question = asked;
  // Loaded only when it is used: whoever has a fresh brand needs none of it.
  const brand = await import('./ask-for-brand.ts').then(({ askForBrand }) => askForBrand(id)).catch(() => undefined);
  if (brand && question === asked) adoptBrand(id, brand);
};

/** Shows what is known at once, and asks for the rest. */
export const startBrand = (): void => {
  const kept = read();
  // In a link to the pages: the id of the organization whose people follow it.
  const id = new URLSearchParams(location.search).get('organization') ?? kept?.id;
  if (kept && kept.id === id) show(kept);
  if (id !== undefined) void brandOf(id);
};

/** The brand to show; undefined before any organization is known. */
export const useBrand = (): KnownBrand | undefined => {
  const [brand, setBrand] = useState(known?.brand);
  useEffect(() => {
    const follow = (): void => setBrand(known?.brand);
    follow();
    changes.addEventListener('changed', follow);
    return () => changes.removeEventListener('changed', follow);
  }, []);
  return brand;
};

/** Whose pages these are, in words. */
export const useBrandName = (): string => useBrand()?.name ?? productName;

/** Shows the brand of an organization as soon as it is known. */
export const useBrandOf = (organizationId: string | undefined): void => {
  useEffect(() => {
    if (organizationId !== undefined) void brandOf(organizationId);
  }, [organizationId]);
};
