import { texts } from '../texts/index.ts';
import { Dialog } from './dialog.tsx';

type Props = { question: { title: string; lead: string; submit: string }; onYes(): void; onCancel(): void };

/** Says what will stop working, and asks for confirmation. */
export const Ask = ({ question, onYes, onCancel }: Props) => (
  <Dialog title={question.title} onCancel={onCancel}>
    <p>{question.lead}</p>
    <div class="actions">
      {/* First, so that the harmless choice has the focus. */}
      <button type="button" class="secondary" onClick={onCancel}>
        {texts.general.cancel}
      </button>
      <button type="button" class="danger" onClick={onYes}>
        {question.submit}
      </button>
    </div>
  </Dialog>
);
