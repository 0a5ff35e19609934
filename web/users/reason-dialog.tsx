import * as z from 'zod/mini';
import { Reason } from '../../shared/domain/fields.ts';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { useForm } from '../forms/use-form.ts';
import { texts } from '../texts/index.ts';

type Props = {
  words: { title: string; lead: string; submit: string };
  isDangerous?: boolean;
  onReason(reason: string): void;
  onCancel(): void;
};

/** Says what will stop working, and asks why: the reason is stored with the action. */
export const ReasonDialog = ({ words, isDangerous = false, onReason, onCancel }: Props) => {
  const form = useForm({
    schema: z.object({ reason: Reason }),
    act: async ({ reason }) => onReason(reason),
  });
  const cancel = (
    <button type="button" class="secondary" onClick={onCancel}>
      {texts.general.cancel}
    </button>
  );
  return (
    <Dialog title={words.title} onCancel={onCancel}>
      <p>{words.lead}</p>
      <Form form={form} submit={words.submit} isDangerous={isDangerous} beside={cancel}>
        <Field
          form={form}
          name="reason"
          label={texts.fields.reason.label}
          hint={texts.fields.reason.hint}
          input={{ autocomplete: 'off' }}
        />
      </Form>
    </Dialog>
  );
};
