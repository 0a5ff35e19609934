import { useLocation } from 'preact-iso/router';
import { texts } from '../texts.ts';
import { filterOf, pathOf } from './filter.ts';

const { users: words } = texts;

/** A GET form: its state is in the address, and it leads to the first page. */
export const FilterForm = () => {
  const { query, route } = useLocation();
  const filter = filterOf(query);
  const apply = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement)) as Record<string, string>;
    route(pathOf(filterOf({ ...fields, email: (fields.email ?? '').trim() })));
  };
  return (
    <form class="filter" action="/users" onSubmit={apply} aria-label={words.filter} key={JSON.stringify(filter)}>
      <div>
        <label for="twoFactor">{words.twoFactor}</label>
        <select id="twoFactor" name="twoFactor" defaultValue={filter.twoFactor ?? ''}>
          <option value="" selected={!filter.twoFactor}>
            {words.all}
          </option>
          <option value="enabled" selected={filter.twoFactor === 'enabled'}>
            {words.enabled}
          </option>
          <option value="disabled" selected={filter.twoFactor === 'disabled'}>
            {words.disabled}
          </option>
        </select>
      </div>
      <div>
        <label for="email">{words.emailPrefix}</label>
        <input
          id="email"
          name="email"
          type="text"
          defaultValue={filter.email ?? ''}
          autocomplete="off"
          spellcheck={false}
        />
      </div>
      <button type="submit">{words.apply}</button>
    </form>
  );
};
