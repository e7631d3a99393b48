import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { App, Form, Modal, type FormProps } from 'antd';
import { useId, type ReactNode } from 'react';
import { common } from '../texts/zh.js';
import { toFirstField } from './first-field.js';
import { ProblemNote } from './problem-note.js';
import { useFocusBack } from './use-focus-back.js';

export interface FormDialogProps<V, T> {
  title: string;
  /** On the button; absent: the title. */
  ok?: string;
  danger?: boolean;
  hint?: ReactNode;
  initial?: Partial<V>;
  submit: (values: V) => Promise<T>;
  /** Absent: it says that it is done, and closes. */
  onDone?: ((done: T) => void) | undefined;
  onClose: () => void;
  children?: ReactNode;
}

interface Where {
  /** What is read again when it is done. */
  again: QueryKey;
  /** What it says then. */
  done: string;
  testId: string;
}

/** A dialog with one form, one button that sends it, and what was wrong if it could not be done. */
export function FormDialog<V extends object, T>(props: FormDialogProps<V, T> & Where) {
  const { title, ok = title, danger = false, hint, initial = {}, submit, onDone, onClose, children } = props;
  const { again, done: doneText, testId } = props;
  useFocusBack();
  const id = useId();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const sent = useMutation({
    mutationFn: submit,
    onSuccess: async (done) => {
      await queries.invalidateQueries({ queryKey: again });
      if (onDone !== undefined) return onDone(done);
      void message.success(doneText);
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
      afterOpenChange={(open) => toFirstField(id, open)}
      confirmLoading={sent.isPending}
      onCancel={onClose}
      data-testid={testId}
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
