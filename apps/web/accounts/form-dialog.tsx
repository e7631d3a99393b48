import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useId, type ReactNode } from 'react';
import { ProblemNote } from '../components/problem-note.js';
import { accountTexts, common } from '../texts/zh.js';

interface FormDialogProps<V, T> {
  title: string;
  danger?: boolean;
  hint?: string | undefined;
  initial?: Partial<V>;
  submit: (values: V) => Promise<T>;
  /** Absent: it says that it is done, and closes. */
  onDone?: ((done: T) => void) | undefined;
  onClose: () => void;
  children?: ReactNode;
}

/** A dialog about an account: what it does, what it asks for, always with a reason. */
export function FormDialog<V extends { reason: string }, T>(props: FormDialogProps<V, T>) {
  const { title, danger = false, hint, initial = {}, submit, onDone, onClose, children } = props;
  const id = useId();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const sent = useMutation({
    mutationFn: submit,
    onSuccess: async (done) => {
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      if (onDone !== undefined) return onDone(done);
      void message.success(accountTexts.done);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ danger, htmlType: 'submit', form: id }}
      cancelText={common.cancel}
      confirmLoading={sent.isPending}
      onCancel={onClose}
      data-testid="account-dialog"
    >
      <Form<V>
        id={id}
        layout="vertical"
        requiredMark="optional"
        initialValues={initial}
        onFinish={(values) => sent.mutate(values)}
      >
        {hint === undefined ? null : <p className="dialog-prompt">{hint}</p>}
        {children}
        <Form.Item
          name={'reason' as never}
          label={accountTexts.reason}
          extra={accountTexts.reasonHint}
          rules={[{ required: true, whitespace: true, message: accountTexts.reasonRequired }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <ProblemNote problem={sent.error} />
      </Form>
    </Modal>
  );
}
