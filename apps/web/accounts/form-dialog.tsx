import { Form, Input } from 'antd';
import { FormDialog as Dialog, type FormDialogProps } from '../components/form-dialog.js';
import { accountTexts } from '../texts/zh.js';

/** A dialog about an account: what it does, what it asks for, always with a reason. */
export function FormDialog<V extends { reason: string }, T>({ children, ...props }: FormDialogProps<V, T>) {
  return (
    <Dialog<V, T> {...props} again={['accounts']} done={accountTexts.done} testId="account-dialog">
      {children}
      <Form.Item
        name="reason"
        label={accountTexts.reason}
        extra={accountTexts.reasonHint}
        rules={[{ required: true, whitespace: true, message: accountTexts.reasonRequired }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </Dialog>
  );
}
