import type { EvidenceFileView } from '#contract';
import type { QueryKey } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { FormDialog } from '../components/form-dialog.js';
import { common, evidenceText } from '../texts/zh.js';
import { evidenceQuery } from './queries.js';

interface WithdrawDialogProps {
  file: Pick<EvidenceFileView, 'id' | 'name' | 'taskId'>;
  /** What shows the file, and is read again; absent: the task's evidence. */
  again?: QueryKey;
  onClose: () => void;
}

/** Takes back what was handed in by mistake; it stays on the record with the reason. */
export function WithdrawDialog({
  file,
  again = evidenceQuery(file.taskId).queryKey,
  onClose,
}: WithdrawDialogProps) {
  const keyFor = useIntentionKey();
  return (
    <FormDialog<{ reason: string }, EvidenceFileView>
      title={evidenceText.withdrawTitle(file.name)}
      ok={evidenceText.withdraw}
      submit={(body) =>
        call('withdrawEvidence', { params: { id: file.id }, body, key: keyFor(file.id, body.reason) })
      }
      again={again}
      done={evidenceText.withdrawn}
      testId="withdraw-evidence"
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={evidenceText.reason}
        extra={evidenceText.withdrawHint}
        rules={[{ required: true, whitespace: true, message: common.required }]}
      >
        <Input maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
}
