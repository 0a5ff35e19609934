import type { Language } from '../../domain/languages.ts';
import type { Look } from './look.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

type Letter = {
  language: Language;
  direction: 'ltr' | 'rtl';
  organization: string;
  subject: string;
  /** The greeting and what follows it, one paragraph each. */
  lines: string[];
  button: { action: string; link: string } | null;
  /** Whom to ask, and why it was sent. */
  foot: string[];
  look: Look;
};

const plainLight = {
  page: '#f4f6f7',
  card: '#ffffff',
  text: '#1d2b30',
  accent: '#0b5f67',
  onAccent: '#ffffff',
  muted: '#566a72',
};
const plainDark = {
  page: '#11181b',
  card: '#182226',
  text: '#e3ebed',
  accent: '#6fd0c8',
  onAccent: '#0b1f21',
  muted: '#9db0b7',
};

type Colors = typeof plainLight;

/** For programs that know dark mode and keep style sheets; others show the colors of the attributes. */
const darkStyle = (dark: Colors): string =>
  `@media (prefers-color-scheme:dark){.page{background:${dark.page}!important}.card{background:${dark.card}!important}.text{color:${dark.text}!important}.accent{color:${dark.accent}!important}.muted{color:${dark.muted}!important}.button,.button a{background:${dark.accent}!important;border-color:${dark.accent}!important;color:${dark.onAccent}!important}}`;

/** Lists of mails show what comes after the subject: this text, and then nothing of the letter itself. */
const preheader = (text: string): string =>
  `<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escaped(text)}${'&#847;&#160;'.repeat(60)}</div>`;

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const table = (attributes: string): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" ${attributes}>`;

const paragraph = (line: string): string =>
  `<p class="text" style="margin:0 0 16px;color:${plainLight.text};${FONT};font-size:16px;line-height:1.5">${escaped(line)}</p>`;

/** A cell with a color of its own: Outlook for Windows gives links neither padding nor background. */
const buttonOf = (
  { action, link }: { action: string; link: string },
  light: Colors,
): string => `${table('style="margin:24px 0"')}<tr>
<td class="button" bgcolor="${light.accent}" style="border-radius:6px"><a href="${escaped(link)}" style="display:inline-block;padding:12px 20px;border:1px solid ${light.accent};border-radius:6px;background:${light.accent};color:${light.onAccent};${FONT};font-size:16px;font-weight:600;text-decoration:none">${escaped(action)}</a></td>
</tr></table>`;

const small = (text: string): string =>
  `<p class="muted" style="margin:0 0 12px;color:${plainLight.muted};${FONT};font-size:13px;line-height:1.5">${text}</p>`;

/** Programs that load no images show the name. A logo has the light page's background, for which it was made. */
const sender = (name: string, { logo }: Look, light: Colors): string => {
  const style = `margin:0 0 8px;color:${light.accent};${FONT};font-size:16px;font-weight:600`;
  const shown = logo
    ? `<img src="${escaped(logo.url)}" alt="${escaped(name)}" width="${logo.width}" height="${logo.height}" style="display:block;padding:4px;border:0;border-radius:4px;background:${plainLight.card}">`
    : escaped(name);
  return `<p class="accent" style="${style}">${shown}</p>`;
};

const footOf = (foot: string[], { links = [] }: Look, light: Colors): string =>
  [
    ...foot.map((line) => small(escaped(line))),
    ...(links.length > 0
      ? [
          small(
            links
              .map(
                ({ text, url }) =>
                  `<a class="accent" href="${escaped(url)}" style="color:${light.accent}">${escaped(text)}</a>`,
              )
              .join(' &#183; '),
          ),
        ]
      : []),
  ].join('\n');

/** A letter that mail programs show alike: tables and attributes, and nothing from elsewhere but the logo. */
export const mailHtml = ({ language, direction, organization, subject, lines, button, foot, look }: Letter): string => {
  const light = { ...plainLight, ...(look.accent && { accent: look.accent.light }) };
  const dark = { ...plainDark, ...(look.accent && { accent: look.accent.dark }) };
  return `<!doctype html>
<html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escaped(subject)}</title><style>:root{color-scheme:light dark}${darkStyle(dark)}</style></head>
<body class="page" style="margin:0;padding:0;background:${light.page}">
<main>
${preheader(lines[1] ?? '')}
${table(`width="100%" class="page" bgcolor="${light.page}" style="background:${light.page}"`)}<tr><td align="center" style="padding:24px 12px">
${table(`width="560" class="card" bgcolor="${light.card}" style="width:100%;max-width:560px;border-radius:8px;background:${light.card}"`)}<tr><td style="padding:32px;text-align:${direction === 'rtl' ? 'right' : 'left'}">
${sender(organization, look, light)}
<h1 class="text" style="margin:0 0 24px;color:${light.text};${FONT};font-size:22px;line-height:1.3">${escaped(subject)}</h1>
${lines.map(paragraph).join('\n')}
${button ? buttonOf(button, light) : ''}
<div style="height:20px"></div>
${footOf(foot, look, light)}
</td></tr></table>
</td></tr></table>
</main>
</body></html>
`;
};
