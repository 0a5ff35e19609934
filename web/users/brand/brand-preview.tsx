import { type Accent, onAccent, type Scheme } from '../../../shared/domain/brand/accent.ts';
import { texts } from '../../texts/index.ts';
import { userTexts } from '../../texts/users.ts';

const { brand: words } = userTexts;
const asScheme = { light: words.asLight, dark: words.asDark };

type Props = { name: string; logo: string | undefined; accent: Accent };

const Preview = ({ scheme, name, logo, accent }: Props & { scheme: Scheme }) => (
  <figure class={`preview ${scheme}`}>
    <figcaption>{asScheme[scheme]}</figcaption>
    <div aria-hidden="true">
      <p class="brand" style={{ color: accent[scheme] }}>
        {logo ? <img src={logo} alt="" /> : <span class="wrap">{name}</span>}
      </p>
      <p>{texts.signIn.title}</p>
      <p class="preview-button" style={{ background: accent[scheme], color: onAccent[scheme] }}>
        {texts.signIn.submit}
      </p>
      <p class="preview-link" style={{ color: accent[scheme] }}>
        {words.sample}
      </p>
    </div>
  </figure>
);

/** What a sign-in page would look like, in both color schemes, before anything is saved. */
export const BrandPreview = (props: Props) => (
  <section class="previewed" aria-labelledby="preview">
    <h2 id="preview">{words.preview}</h2>
    <div class="previews">
      <Preview scheme="light" {...props} />
      <Preview scheme="dark" {...props} />
    </div>
  </section>
);
