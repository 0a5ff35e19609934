import { render } from 'preact';
import '@picocss/pico/css/pico.classless.min.css';
import './styles/tokens.css';
import './styles/frame.css';
import './styles/content.css';
import './styles/controls.css';
import { App } from './app.tsx';
import { startBrand } from './brand/known-brand.ts';
import { startLanguage } from './language.ts';

/** The router decodes addresses, and cannot handle one that is malformed. */
const isReadable = (path: string): boolean => {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
};
if (!isReadable(location.pathname)) history.replaceState(null, '', '/not-found');

startBrand();
// Not awaited at the top level: the bundler would put what the pages share into a file of its own.
void startLanguage().then(() => render(<App />, document.body));
