import { describe, expect, it } from 'vitest';
import { requireNode } from '../../../local/start/require-node.ts';

describe('the Node that starts the product', () => {
  it.each(['24.7.0', '24.21.0', '25.0.0'])('may be %s', (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });

  it.each(['22.18.0', '24.6.9'])('may not be %s, and the error says what to run', (version) => {
    expect(() => requireNode(version)).toThrow(`this is Node ${version}. Run \`npm start\`, or`);
  });
});
