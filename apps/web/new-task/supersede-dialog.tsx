import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Form, Modal, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { isConflict } from '../api/api-problem.js';
import { markFields } from '../components/problem-fields.js';
import { ProblemNote } from '../components/problem-note.js';
import { common, newTaskText } from '../texts/zh.js';

interface SupersedeDialogProps<V> {
  form: FormInstance<V>;
  title: string;
  okText: string;
  initialValues?: Partial<V>;
  /** Does it; the tasks that are there instead. */
  send: (values: V) => Promise<{ taskIds: string[] }>;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of splitting and merging: it goes to the first of the new tasks when it is done. */
export function SupersedeDialog<V extends object>(props: SupersedeDialogProps<V>) {
  const { form, title, okText, initialValues, send, onClose, children } = props;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const doing = useMutation({
    mutationFn: send,
    onSuccess: async ({ taskIds }) => {
      void message.success(newTaskText.superseded(taskIds.length));
      onClose();
      await queries.invalidateQueries();
      const [first] = taskIds;
      if (first !== undefined) await navigate({ to: '/tasks/$taskId', params: { taskId: first } });
    },
    onError: (problem) => markFields(form, problem),
  });
  const reload = (): void => {
    doing.reset();
    void queries.invalidateQueries();
  };
  return (
    <Modal
      open
      title={title}
      okText={okText}
      okButtonProps={{ danger: true, htmlType: 'submit', form: 'supersede-form' }}
      cancelText={common.cancel}
      confirmLoading={doing.isPending}
      onCancel={onClose}
      width="min(47.5rem, 100vw)"
      data-testid="supersede-dialog"
    >
      <Form
        id="supersede-form"
        form={form}
        layout="vertical"
        requiredMark="optional"
        {...(initialValues === undefined ? {} : { initialValues })}
        onFinish={(values) => doing.mutate(values)}
        scrollToFirstError
      >
        {children}
        <ProblemNote problem={doing.error} onRetry={isConflict(doing.error) ? reload : undefined} />
      </Form>
    </Modal>
  );
}
