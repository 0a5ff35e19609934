import '../styles/lists.css';

type Props = { label: string; places: { path: string; text: string; isHere: boolean }[] };

/** The way between pages that belong together. */
export const Places = ({ label, places }: Props) => (
  <nav class="places" aria-label={label}>
    <ul>
      {places.map(({ path, text, isHere }) => (
        <li key={path}>
          <a href={path} {...(isHere && { 'aria-current': 'page' as const })}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
