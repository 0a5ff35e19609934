import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { userStates } from '../../../shared/domain/user-list.ts';
import { userTexts } from '../../texts/users.ts';
import { filterOf, pageSizes, pathOf } from './filter.ts';
import '../../styles/lists.css';

const { users: words } = userTexts;
type Option = [value: string, text: string];

const Choice = ({ name, label, options }: { name: string; label: string; options: Option[] }) => (
  <div>
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  </div>
);

const twoFactorOptions: Option[] = [
  ['', words.all],
  ['enabled', words.enabled],
  ['disabled', words.disabled],
];

/** A GET form: its state is in the address, and submitting leads to the first page. */
export const FilterForm = () => {
  const { query, route } = useLocation();
  const filter = filterOf(query);
  const form = useRef<HTMLFormElement>(null);
  const shown = JSON.stringify(filter);
  // The address may change without the form: by going back, or through a link to a filter.
  useEffect(() => {
    const present = JSON.parse(shown) as Record<string, string>;
    for (const field of form.current?.elements ?? []) {
      if (field instanceof HTMLInputElement) field.value = present[field.name] ?? '';
      if (field instanceof HTMLSelectElement) field.value = present[field.name] ?? field.options[0]?.value ?? '';
    }
  }, [shown]);
  const apply = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement)) as Record<string, string>;
    const { sort, order, dense } = filter;
    route(pathOf(filterOf({ ...(sort && { sort }), ...(order && { order }), ...(dense && { dense }), ...fields })));
  };
  return (
    <form class="filter" ref={form} action="/users" onSubmit={apply} aria-label={words.filter}>
      <div>
        <label for="search">{words.search}</label>
        <input id="search" name="search" type="search" autocomplete="off" spellcheck={false} maxLength={100} />
      </div>
      <Choice name="twoFactor" label={words.twoFactor} options={twoFactorOptions} />
      <Choice
        name="state"
        label={words.state}
        options={[['', words.all], ...userStates.map((state): Option => [state, words.states[state]])]}
      />
      <Choice name="limit" label={words.rows} options={pageSizes.map((size): Option => [size, size])} />
      <button type="submit">{words.apply}</button>
    </form>
  );
};
