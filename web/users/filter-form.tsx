import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { userTexts } from '../texts/users.ts';
import { filterOf, pathOf } from './filter.ts';

const { users: words } = userTexts;

/** A GET form: its state is in the address, and submitting leads to the first page. */
export const FilterForm = () => {
  const { query, route } = useLocation();
  const filter = filterOf(query);
  const form = useRef<HTMLFormElement>(null);
  // The address may change without the form: by going back, or through a link to a filter.
  useEffect(() => {
    const set = (name: string, value = ''): void => {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    };
    set('twoFactor', filter.twoFactor);
    set('email', filter.email);
  }, [filter.twoFactor, filter.email]);
  const apply = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement)) as Record<string, string>;
    route(pathOf(filterOf({ ...fields, email: (fields.email ?? '').trim() })));
  };
  return (
    <form class="filter" ref={form} action="/users" onSubmit={apply} aria-label={words.filter}>
      <div>
        <label for="twoFactor">{words.twoFactor}</label>
        <select id="twoFactor" name="twoFactor">
          <option value="">{words.all}</option>
          <option value="enabled">{words.enabled}</option>
          <option value="disabled">{words.disabled}</option>
        </select>
      </div>
      <div>
        <label for="email">{words.emailPrefix}</label>
        <input id="email" name="email" type="text" autocomplete="off" spellcheck={false} />
      </div>
      <button type="submit">{words.apply}</button>
    </form>
  );
};
