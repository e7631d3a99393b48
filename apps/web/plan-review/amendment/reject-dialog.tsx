import { Form, Input, Modal } from 'antd';
import { ProblemNote } from '../../components/problem-note.js';
import { amendmentText, common } from '../../texts/zh.js';

interface RejectDialogProps {
  count: number;
  busy: boolean;
  problem: unknown;
  onReject: (reason: string) => void;
  onClose: () => void;
}

/** A revision is rejected with a reason, one or many at once. */
export function RejectDialog({ count, busy, problem, onReject, onClose }: RejectDialogProps) {
  return (
    <Modal
      open
      title={amendmentText.reasonTitle(count)}
      okText={amendmentText.reject}
      okButtonProps={{ htmlType: 'submit', form: 'reject-form' }}
      cancelText={common.cancel}
      confirmLoading={busy}
      onCancel={onClose}
    >
      <Form<{ reason: string }>
        id="reject-form"
        layout="vertical"
        requiredMark="optional"
        onFinish={({ reason }) => onReject(reason.trim())}
      >
        <Form.Item
          name="reason"
          label={amendmentText.reason}
          rules={[{ required: true, whitespace: true, message: common.required }]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
        </Form.Item>
      </Form>
      <ProblemNote problem={problem} />
    </Modal>
  );
}
