import { Form, Input, Modal } from 'antd';
import { common, uploadText } from '../../texts/zh.js';

interface PasteDialogProps {
  onPaste: (text: string) => void;
  onClose: () => void;
}

/** A plan that is at hand as text only: copied from a page or a chat. */
export function PasteDialog({ onPaste, onClose }: PasteDialogProps) {
  return (
    <Modal
      open
      width="47.5rem"
      title={uploadText.pasteTitle}
      okText={uploadText.pasteSubmit}
      okButtonProps={{ htmlType: 'submit', form: 'paste-form' }}
      cancelText={common.cancel}
      onCancel={onClose}
      data-testid="paste"
    >
      <Form<{ text: string }>
        id="paste-form"
        layout="vertical"
        requiredMark={false}
        onFinish={({ text }) => onPaste(text)}
      >
        <p className="dialog-prompt">{uploadText.pasteHint}</p>
        <Form.Item
          name="text"
          label={uploadText.pasteLabel}
          rules={[{ required: true, whitespace: true, message: uploadText.pasteEmpty }]}
        >
          <Input.TextArea autoFocus rows={14} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
