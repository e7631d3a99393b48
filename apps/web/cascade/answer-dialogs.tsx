import type { HandDownView } from '#contract';
import { Form, Input } from 'antd';
import { call, etagOf } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { FormDialog } from '../components/form-dialog.js';
import { cascadeText, common, marks } from '../texts/zh.js';
import { cascadeQuery } from './queries.js';

interface DialogProps {
  item: HandDownView;
  taskId: string;
  onClose: () => void;
}
const required = { required: true, whitespace: true, message: common.required };

export function AnswerDialog({ item, taskId, onClose }: DialogProps) {
  const keyFor = useIntentionKey();
  return (
    <FormDialog<{ answer: string }, HandDownView>
      title={`${cascadeText.answer}${marks.colon}${item.lower.name}`}
      ok={cascadeText.answer}
      hint={cascadeText.asked(item.question ?? '')}
      submit={(body) =>
        call('answerHandDown', {
          params: { id: item.id },
          body,
          etag: etagOf(item.version),
          key: keyFor(item.id, body),
        })
      }
      again={cascadeQuery(taskId).queryKey}
      done={cascadeText.answer}
      testId="answer-hand-down"
      onClose={onClose}
    >
      <Form.Item name="answer" label={cascadeText.answer} rules={[required]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}

export function RecallDialog({ item, taskId, onClose }: DialogProps) {
  const keyFor = useIntentionKey();
  return (
    <FormDialog<{ reason: string }, HandDownView>
      title={`${cascadeText.recall}${marks.colon}${item.lower.name}`}
      ok={cascadeText.recall}
      danger
      hint={cascadeText.recallHint}
      submit={(body) =>
        call('recallHandDown', {
          params: { id: item.id },
          body,
          etag: etagOf(item.version),
          key: keyFor(item.id, body),
        })
      }
      again={cascadeQuery(taskId).queryKey}
      done={cascadeText.recall}
      testId="recall-hand-down"
      onClose={onClose}
    >
      <Form.Item name="reason" label={cascadeText.recallReason} rules={[required]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
