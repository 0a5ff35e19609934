import { defineConfig, type Plugin } from 'vite';

/** The contract's texts for readers of its document: the pages never show them, and everyone would load them. */
const withoutSummaries: Plugin = {
  name: 'without-summaries',
  transform: (code, id) =>
    /\/shared\/contract\/operations\//.test(id)
      ? code.replaceAll(/\bsummary:\s*(?:'[^'\n]*'|"[^"\n]*")/g, "summary: ''")
      : null,
};

/** What Pico styles and no page here has. */
const unused = /type=range|data-tooltip|role=switch|role=search|\[data-theme=dark\]/;
/** What a selector is about: it may exclude what is not here. */
const positive = (selector: string): string => selector.replaceAll(/:not\((?:[^()]|\([^()]*\))*\)/g, '');
const withoutUnused = {
  postcssPlugin: 'without-unused',
  Rule(rule: { selectors: string[]; remove(): void }): void {
    const used = rule.selectors.filter((selector) => !unused.test(positive(selector)));
    if (used.length === 0) rule.remove();
    else if (used.length < rule.selectors.length) rule.selectors = used;
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [withoutSummaries],
  css: { postcss: { plugins: [withoutUnused] } },
  build: {
    target: 'es2022',
    // The content security policy allows data: URLs only for images, and inlining a file saves nothing here.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // `npm run web`: the pages with changes shown at once, on the API of a running `npm start`.
  server: { port: 5173, strictPort: false, proxy: { '/v1': 'http://localhost:3000' } },
});
