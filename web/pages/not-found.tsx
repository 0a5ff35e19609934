import { useLocation } from 'preact-iso';
import { isInside } from '../destination.ts';
import { Frame } from '../layout/frame.tsx';
import { Page } from '../layout/page.tsx';
import { texts } from '../texts/index.ts';

const Content = () => (
  <Page title={texts.notFound.title} narrow>
    <p>{texts.notFound.lead}</p>
    <p>
      <a href="/account">{texts.notFound.home}</a>
    </p>
  </Page>
);

export const NotFoundPage = () => {
  const { path } = useLocation();
  if (isInside(path)) return <Content />;
  return (
    <Frame>
      <Content />
    </Frame>
  );
};
