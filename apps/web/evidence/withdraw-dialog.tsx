import type { EvidenceFileView } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { ProblemNote } from '../components/problem-note.js';
import { common, evidenceText } from '../texts/zh.js';
import { evidenceQuery } from './queries.js';

/** Takes back what was handed in by mistake; it stays on the record with the reason. */
export function WithdrawDialog({ file, onClose }: { file: EvidenceFileView; onClose: () => void }) {
  const queries = useQueryClient();
  const keyFor = useIntentionKey();
  const withdrawing = useMutation({
    mutationFn: (body: { reason: string }) =>
      call('withdrawEvidence', { params: { id: file.id }, body, key: keyFor(file.id, body.reason) }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: evidenceQuery(file.taskId).queryKey });
    },
  });
  return (
    <Modal
      open
      title={evidenceText.withdrawTitle(file.name)}
      okText={evidenceText.withdraw}
      okButtonProps={{ htmlType: 'submit', form: 'withdraw-evidence' }}
      cancelText={common.cancel}
      confirmLoading={withdrawing.isPending}
      onCancel={onClose}
    >
      <Form
        id="withdraw-evidence"
        layout="vertical"
        onFinish={(body: { reason: string }) => withdrawing.mutate(body)}
      >
        <Form.Item
          name="reason"
          label={evidenceText.reason}
          extra={evidenceText.withdrawHint}
          rules={[{ required: true, whitespace: true, message: common.required }]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <ProblemNote problem={withdrawing.error} />
      </Form>
    </Modal>
  );
}
