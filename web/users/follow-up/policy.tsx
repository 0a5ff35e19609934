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
import { timeZone } from '../../language.ts';
import { texts } from '../../texts/index.ts';
import { userTexts } from '../../texts/users.ts';
import { beginOf, dayOf } from './day.ts';

const { policy: words } = userTexts;
type Policy = ReplyOf<typeof getTwoFactorPolicy>;
const modes = ['off', 'encouraged', 'required'] as const;

/** `stored`: the day that the policy has, which may be over. */
const fieldsWith = (stored: string) =>
  z.object({ mode: z.enum(modes), day: z.string() }).check(
    z.refine(({ mode, day }) => mode !== 'required' || day !== '', {
      path: ['day'],
      message: texts.fields.day.invalid,
    }),
    z.refine(({ mode, day }) => mode !== 'required' || day === '' || day === stored || day >= dayOf(Date.now()), {
      path: ['day'],
      message: words.past,
    }),
  );

const PolicyForm = ({ policy, without }: { policy: Policy; without: number }) => {
  const { refresh } = useAccount();
  const { dialog, withIdentity } = useIdentity();
  const [mode, setMode] = useState(policy.mode);
  const [said, setSaid] = useState('');
  const stored = policy.requiredFrom ? dayOf(policy.requiredFrom) : '';
  const form = useForm({
    schema: fieldsWith(stored),
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
            hint={words.dayHint(timeZone())}
            input={{ type: 'date', defaultValue: stored }}
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
