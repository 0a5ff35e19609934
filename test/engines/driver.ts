/* What a person does, in terms that both WebDriver and Firefox's Marionette have. */

/** An element, by the key that WebDriver defines for it (W3C WebDriver, 12.1). */
export const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export type Driver = {
  name: string;
  open(url: string): Promise<void>;
  /** The value of an expression in the page. */
  evaluate<T>(expression: string): Promise<T>;
  type(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  quit(): Promise<void>;
};

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const LONGEST_WAIT_MS = 20_000;
const STEP_MS = 100;

/** Repeats until something is there. @throws Error that names what was not */
export const until = async <T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> => {
  const end = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const found = await look().catch(() => null);
    if (found) return found;
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await pause(STEP_MS);
  }
};
