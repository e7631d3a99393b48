import type { DutyView } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Form } from 'antd';
import { isConflict } from '../api/api-problem.js';
import { call, etagOf } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { markFields } from '../components/problem-fields.js';
import { ProblemNote } from '../components/problem-note.js';
import { civilDay } from '../format/date.js';
import { useSession } from '../session/use-session.js';
import { dutiesText, marks } from '../texts/zh.js';
import { filingOf, type DutyValues } from './filing-of.js';
import { MeetingFields } from './meeting-fields.js';
import { PartFields } from './part-fields.js';
import { ProductFields } from './product-fields.js';

type Form3 = 'meeting' | 'product' | 'part';
const formOf = ({ kind }: DutyView): Form3 =>
  kind === 'meeting' ? 'meeting' : kind === 'part' || kind === 'requestedReport' ? 'part' : 'product';

/** The form of one duty, by its kind; what was filed before and sent back is in it. */
export function DutyForm({ duty, onClose }: { duty: DutyView; onClose: () => void }) {
  const [form] = Form.useForm<DutyValues>();
  const keyFor = useIntentionKey();
  const queries = useQueryClient();
  const { now } = useSession();
  const { message, modal } = App.useApp();
  const etag = etagOf(duty.version);
  const kind = formOf(duty);
  const doing = useMutation({
    mutationFn: (values: DutyValues) => {
      const body = filingOf(kind, values);
      return call('fulfilDuty', { params: { id: duty.id }, body, etag, key: keyFor(etag, body) });
    },
    onSuccess: async ({ tasks }) => {
      const refused = tasks.flatMap(({ decision, refused: why }) =>
        why === null ? [] : `${dutiesText.meeting.decision(decision + 1)}${marks.colon}${why.detail}`,
      );
      if (refused.length > 0)
        modal.warning({ title: dutiesText.refused(refused.length), content: refused.join('\n') });
      else {
        const made = tasks.length === 0 ? '' : `${marks.comma}${dutiesText.made(tasks.length)}`;
        void message.success(dutiesText.done1(duty.label) + made);
      }
      onClose();
      await queries.invalidateQueries();
    },
    onError: (problem) => markFields(form, problem),
  });
  const before = duty.record?.body;
  return (
    <Drawer
      open
      onClose={onClose}
      title={`${duty.label} ${duty.periodLabel}`}
      size="min(45rem, 100vw)"
      data-testid="duty-form"
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark="optional"
        initialValues={{
          record: before ?? { heldOn: civilDay(now), state: 'confirmed' },
          decisions: (before?.decisions ?? []).map((words) => ({ words })),
        }}
        onFinish={(values) => doing.mutate(values)}
        scrollToFirstError
      >
        {duty.words === null || duty.words === '' ? null : <blockquote>{duty.words}</blockquote>}
        {duty.returnReason === null ? null : <p className="late">{dutiesText.returned(duty.returnReason)}</p>}
        {kind === 'meeting' ? <MeetingFields /> : null}
        {kind === 'product' ? <ProductFields /> : null}
        {kind === 'part' ? <PartFields indicators={duty.indicators} /> : null}
        <p className="dialog-prompt">{dutiesText.next[kind]}</p>
        <ProblemNote
          problem={doing.error}
          onRetry={isConflict(doing.error) ? () => void queries.invalidateQueries() : undefined}
        />
        <Button type="primary" htmlType="submit" loading={doing.isPending} data-testid="duty-submit">
          {dutiesText.submit}
        </Button>
      </Form>
    </Drawer>
  );
}
