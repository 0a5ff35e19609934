import { Brand } from '../layout/brand.tsx';
import { Page } from '../layout/page.tsx';
import { texts } from '../texts.ts';

export const NotFoundPage = () => (
  <>
    <header class="bar">
      <Brand />
    </header>
    <Page title={texts.notFound.title} narrow>
      <p>{texts.notFound.lead}</p>
      <p>
        <a href="/account">{texts.notFound.home}</a>
      </p>
    </Page>
  </>
);
