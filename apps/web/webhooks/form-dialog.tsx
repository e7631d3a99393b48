import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal, type FormProps } from 'antd';
import { useId, type ReactNode } from 'react';
import { ProblemNote } from '../components/problem-note.js';
import { common, webhookTexts } from '../texts/zh.js';
import { webhooksQuery } from './webhooks-query.js';

interface FormDialogProps<V, T> {
  title: string;
  ok: string;
  danger?: boolean;
  hint?: ReactNode;
  initial: V;
  submit: (values: V) => Promise<T>;
  /** Absent: it says that it is done, and closes. */
  onDone?: (done: T) => void;
  onClose: () => void;
  children?: ReactNode;
}

/** A dialog with one form, one button that sends it, and what was wrong if it could not be done. */
export function FormDialog<V extends object, T>(props: FormDialogProps<V, T>) {
  const { title, ok, danger = false, hint, initial, submit, onDone, onClose, children } = props;
  const id = useId();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const sent = useMutation({
    mutationFn: submit,
    onSuccess: async (done) => {
      await queries.invalidateQueries({ queryKey: webhooksQuery.queryKey });
      if (onDone !== undefined) return onDone(done);
      void message.success(webhookTexts.done);
      onClose();
    },
  });
  const initialValues = initial as NonNullable<FormProps<V>['initialValues']>;
  return (
    <Modal
      open
      title={title}
      okText={ok}
      okButtonProps={{ danger, htmlType: 'submit', form: id }}
      cancelText={common.cancel}
      confirmLoading={sent.isPending}
      onCancel={onClose}
      data-testid="webhook-dialog"
    >
      <Form<V>
        id={id}
        layout="vertical"
        requiredMark="optional"
        initialValues={initialValues}
        onFinish={(values) => sent.mutate(values)}
      >
        {hint === undefined ? null : <p className="dialog-prompt">{hint}</p>}
        {children}
        <ProblemNote problem={sent.error} />
      </Form>
    </Modal>
  );
}
