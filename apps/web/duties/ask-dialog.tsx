import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { markFields } from '../components/problem-fields.js';
import { ProblemNote } from '../components/problem-note.js';
import { common } from '../texts/zh.js';

interface AskDialogProps<V> {
  form: FormInstance<V>;
  title: string;
  /** What follows, said before it is sent. */
  next: string;
  /** Sends it; the words that say it is done. */
  send: (values: V) => Promise<string>;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of asking somebody for something. */
export function AskDialog<V extends object>({
  form,
  title,
  next,
  send,
  onClose,
  children,
}: AskDialogProps<V>) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const doing = useMutation({
    mutationFn: send,
    onSuccess: async (words) => {
      void message.success(words);
      onClose();
      await queries.invalidateQueries();
    },
    onError: (problem) => markFields(form, problem),
  });
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ htmlType: 'submit', form: 'ask-form' }}
      cancelText={common.cancel}
      confirmLoading={doing.isPending}
      onCancel={onClose}
    >
      <Form
        id="ask-form"
        form={form}
        layout="vertical"
        requiredMark="optional"
        onFinish={(values) => doing.mutate(values)}
      >
        <p className="dialog-prompt">{next}</p>
        {children}
        <ProblemNote problem={doing.error} />
      </Form>
    </Modal>
  );
}
