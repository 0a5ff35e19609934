import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { createUser } from '../../shared/contract/operations/users.ts';
import { Email, Name } from '../../shared/domain/fields.ts';
import { languageTags } from '../../shared/domain/languages.ts';
import { call, type ReplyOf } from '../api/call.ts';
import { Moment } from '../components/moment.tsx';
import { EmailField, Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { useIdentity } from '../identity/use-identity.tsx';
import { Managers } from '../layout/managers.tsx';
import { Page } from '../layout/page.tsx';
import { sendsMail } from '../product.ts';
import { texts } from '../texts/index.ts';
import { languageNames } from '../texts/names.ts';
import { userTexts } from '../texts/users.ts';
import { HandOutNotice } from '../users/hand-out.tsx';

const { newUser: words } = userTexts;
type Created = ReplyOf<typeof createUser>;

const Fields = z.object({
  name: Name,
  email: Email,
  language: z.union([z.literal(''), z.enum(languageTags)]),
  mayManage: z.optional(z.string()),
});
const languages = [
  { value: '', text: words.anyLanguage },
  ...languageTags.map((tag) => ({ value: tag, text: languageNames[tag], lang: tag })),
];

const Content = () => {
  const [created, setCreated] = useState<Created | null>(null);
  const { dialog, withIdentity } = useIdentity();
  const form = useForm({
    schema: Fields,
    act: async ({ name, email, language, mayManage }) => {
      // A permission requires a recently confirmed identity; if the box is unchecked, there is nothing to confirm.
      const permissions = mayManage && { permissions: ['users:manage' as const] };
      const made = await withIdentity(() =>
        call(createUser, { name, email, ...(language && { language }), ...permissions }),
      );
      if (made) setCreated(made);
    },
    explain: ({ code }) => (code === 'email_taken' ? [{ field: 'email', text: texts.errors.email_taken }] : undefined),
  });
  if (created) {
    const { user, invitation } = created;
    return (
      <Page title={words.created(user.name)} narrow key="created">
        <p>
          {words.invitation} <Moment at={invitation.expiresAt} />.
        </p>
        {sendsMail && <p>{words.emailed}</p>}
        <HandOutNotice text={invitation.url} />
        <p>
          <a href={`/users/${user.id}`}>{user.email}</a>
        </p>
        <button type="button" class="secondary" onClick={() => setCreated(null)}>
          {words.another}
        </button>
      </Page>
    );
  }
  return (
    <Page title={words.title} narrow key="form">
      <p>
        <a href="/users">{userTexts.user.back}</a>
      </p>
      <Form form={form} submit={words.submit}>
        <Field form={form} name="name" label={texts.fields.name.label} input={{ autocomplete: 'off' }} />
        <EmailField form={form} autocomplete="off" />
        <SelectField form={form} name="language" label={words.language} options={languages} selected="" />
        <label class="box">
          <input type="checkbox" name="mayManage" />
          {words.mayManage}
        </label>
      </Form>
      {dialog}
    </Page>
  );
};

export default () => (
  <Managers>
    <Content />
  </Managers>
);
