import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { updateAccount } from '../../shared/contract/operations/account.ts';
import { Name } from '../../shared/domain/fields.ts';
import { useAccount } from '../api/account.ts';
import { call } from '../api/call.ts';
import { Outcome } from '../components/outcome.tsx';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { useForm } from '../forms/use-form.ts';
import { accountTexts } from '../texts/account.ts';
import { texts } from '../texts/index.ts';

const { profile: words } = accountTexts;

/** The name by which others know the owner. */
export const NameSection = () => {
  const { account, change } = useAccount();
  const [said, setSaid] = useState('');
  const form = useForm({
    schema: z.object({ name: Name }),
    act: async ({ name }) => {
      setSaid('');
      change({ name: (await call(updateAccount, { name })).name });
      setSaid(words.saved);
    },
  });
  return (
    <section aria-labelledby="name">
      <h2 id="name">{words.title}</h2>
      <p>{words.lead}</p>
      <Outcome said={said} />
      <Form form={form} submit={words.submit}>
        <Field
          form={form}
          name="name"
          label={texts.fields.name.label}
          input={{ autocomplete: 'name', defaultValue: account.name }}
        />
      </Form>
    </section>
  );
};
