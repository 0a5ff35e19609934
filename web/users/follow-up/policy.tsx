import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import {
  getTwoFactorAdoption,
  getTwoFactorPolicy,
  setTwoFactorPolicy,
} from '../../../shared/contract/operations/follow-up.ts';
import { useAccount } from '../../api/account.ts';
import { call, type ReplyOf } from '../../api/call.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { Outcome } from '../../components/outcome.tsx';
import { Pending } from '../../components/pending.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { useForm } from '../../forms/use-form.ts';
import { useIdentity } from '../../identity/use-identity.tsx';
import { texts } from '../../texts/index.ts';
import { userTexts } from '../../texts/users.ts';

const { policy: words } = userTexts;
type Policy = ReplyOf<typeof getTwoFactorPolicy>;
const modes = ['off', 'encouraged', 'required'] as const;

const Fields = z.object({ mode: z.enum(modes), day: z.string() }).check(
  z.refine(({ mode, day }) => mode !== 'required' || day !== '', {
    path: ['day'],
    message: texts.fields.day.invalid,
  }),
);

/** A day begins at midnight in the time zone of the person who picks it. */
const beginOf = (day: string): string => new Date(`${day}T00:00`).toISOString();
const dayOf = (at: string): string => {
  const moment = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
};

const PolicyForm = ({ policy, without }: { policy: Policy; without: number }) => {
  const { refresh } = useAccount();
  const { dialog, withIdentity } = useIdentity();
  const [mode, setMode] = useState(policy.mode);
  const [said, setSaid] = useState('');
  const form = useForm({
    schema: Fields,
    act: async (values) => {
      setSaid('');
      const required = values.mode === 'required' && { requiredFrom: beginOf(values.day) };
      const isSet = await withIdentity(() => call(setTwoFactorPolicy, { mode: values.mode, ...required }));
      if (!isSet) return;
      setSaid(words.saved);
      await refresh();
    },
  });
  return (
    <>
      <Form form={form} submit={words.submit}>
        <fieldset>
          <legend>{words.lead}</legend>
          {modes.map((each) => (
            <label key={each} class="box">
              <input type="radio" name="mode" value={each} checked={mode === each} onChange={() => setMode(each)} />
              {words.modes[each]}
            </label>
          ))}
        </fieldset>
        {mode !== 'off' && without > 0 && <p>{words.touches(without)}</p>}
        {mode === 'required' ? (
          <Field
            form={form}
            name="day"
            label={texts.fields.day.label}
            hint={words.dayHint}
            input={{ type: 'date', defaultValue: policy.requiredFrom ? dayOf(policy.requiredFrom) : '' }}
          />
        ) : (
          <input type="hidden" name="day" value="" />
        )}
      </Form>
      <Outcome said={said} />
      {dialog}
    </>
  );
};

/** Whether the organization leaves 2FA to its users, encourages or requires it. */
export const PolicySection = () => {
  const loaded = useLoaded('policy', async () => {
    const [policy, { disabled }] = await Promise.all([call(getTwoFactorPolicy, {}), call(getTwoFactorAdoption, {})]);
    return { policy, without: disabled };
  });
  return (
    <section aria-labelledby="policy">
      <h2 id="policy">{words.title}</h2>
      <Pending loaded={loaded}>{(found) => <PolicyForm {...found} />}</Pending>
    </section>
  );
};
