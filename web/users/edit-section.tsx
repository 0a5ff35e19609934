import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { updateUser } from '../../shared/contract/operations/users.ts';
import type { User } from '../../shared/contract/schemas.ts';
import { Name } from '../../shared/domain/fields.ts';
import { useAccount } from '../api/account.ts';
import { call } from '../api/call.ts';
import { Outcome } from '../components/outcome.tsx';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { useForm } from '../forms/use-form.ts';
import { useIdentity } from '../identity/use-identity.tsx';
import { texts } from '../texts/index.ts';
import { userTexts } from '../texts/users.ts';

const { userActions: words } = userTexts;
type UserView = z.infer<typeof User>;
type Props = { user: UserView; onChanged(user: UserView): void };

const Fields = z.object({ name: Name, mayManage: z.optional(z.string()) });

const Edit = ({ user, onChanged }: Props) => {
  const { dialog, withIdentity } = useIdentity();
  const [said, setSaid] = useState('');
  const manages = user.permissions.includes('users:manage');
  const form = useForm({
    schema: Fields,
    act: async ({ name, mayManage }) => {
      setSaid('');
      // Only a permission that changes takes a recently confirmed identity.
      const isChanged = (mayManage !== undefined) !== manages;
      const permissions = isChanged && { permissions: mayManage ? ['users:manage' as const] : [] };
      const changed = await withIdentity(() => call(updateUser, { userId: user.id, name, ...permissions }));
      if (!changed) return;
      onChanged(changed);
      setSaid(words.edited);
    },
  });
  return (
    <section aria-labelledby="edit">
      <h2 id="edit">{words.edit}</h2>
      <Outcome said={said} />
      <Form form={form} submit={words.saveEdit}>
        <Field
          form={form}
          name="name"
          label={texts.fields.name.label}
          input={{ autocomplete: 'off', defaultValue: user.name }}
        />
        <label class="box">
          <input type="checkbox" name="mayManage" defaultChecked={manages} />
          {userTexts.newUser.mayManage}
        </label>
      </Form>
      {dialog}
    </section>
  );
};

/** What an administrator may correct about someone else; one's own name is in the account settings. */
export const EditSection = (props: Props) => {
  const { account } = useAccount();
  return account.id === props.user.id ? null : <Edit {...props} />;
};
