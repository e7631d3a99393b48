import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { ProblemNote } from '../../components/problem-note.js';
import { common, panelText } from '../../texts/zh.js';
import { useDesk } from '../desk.js';

/** Gives a review up, with a reason. */
export function AbandonDialog({ onClose }: { onClose: () => void }) {
  const { acts } = useDesk();
  const abandoning = useMutation({
    mutationFn: ({ reason }: { reason: string }) => acts.actOnReview({ type: 'abandon', reason }),
    onSuccess: onClose,
  });
  return (
    <Modal
      open
      title={panelText.abandonTitle}
      okText={panelText.abandonDo}
      okButtonProps={{ danger: true, htmlType: 'submit', form: 'abandon-form' }}
      cancelText={common.cancel}
      confirmLoading={abandoning.isPending}
      onCancel={onClose}
    >
      <Form<{ reason: string }>
        id="abandon-form"
        layout="vertical"
        requiredMark="optional"
        onFinish={(values) => abandoning.mutate(values)}
      >
        <p className="dialog-prompt">{panelText.abandonHint}</p>
        <Form.Item
          name="reason"
          label={panelText.abandonReason}
          rules={[{ required: true, whitespace: true, message: common.required }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
        </Form.Item>
      </Form>
      <ProblemNote problem={abandoning.error} />
    </Modal>
  );
}
