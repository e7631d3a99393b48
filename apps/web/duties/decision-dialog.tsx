import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Form, Modal } from 'antd';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { markFields } from '../components/problem-fields.js';
import { ProblemNote } from '../components/problem-note.js';
import { SuccessorFields } from '../new-task/successor-fields.js';
import { successorOf, type SuccessorForm } from '../new-task/successor-of.js';
import { common, dutiesText, newTaskText } from '../texts/zh.js';

interface DecisionDialogProps {
  dutyId: string;
  decision: number;
  words: string;
  onClose: () => void;
}

interface Values {
  task: SuccessorForm;
  dispatch?: boolean;
}

/** A decision of a meeting that was recorded before becomes a task. */
export function DecisionDialog({ dutyId, decision, words, onClose }: DecisionDialogProps) {
  const [form] = Form.useForm<Values>();
  const keyFor = useIntentionKey();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const doing = useMutation({
    mutationFn: ({ task, dispatch = false }: Values) => {
      const body = { decision, ...successorOf(task), dispatch };
      return call('taskOfDecision', { params: { id: dutyId }, body, key: keyFor(body) });
    },
    onSuccess: async ({ code }) => {
      void message.success(newTaskText.done(code));
      onClose();
      await queries.invalidateQueries();
    },
    onError: (problem) => markFields(form, problem),
  });
  return (
    <Modal
      open
      title={dutiesText.asTask}
      okText={newTaskText.submit}
      okButtonProps={{ htmlType: 'submit', form: 'decision-form' }}
      cancelText={common.cancel}
      confirmLoading={doing.isPending}
      onCancel={onClose}
    >
      <Form
        id="decision-form"
        form={form}
        layout="vertical"
        requiredMark="optional"
        initialValues={{ task: { title: words.slice(0, 40) } }}
        onFinish={(values) => doing.mutate(values)}
      >
        <blockquote>{words}</blockquote>
        <SuccessorFields at={['task']} deadlineHint={newTaskText.deadlineByRule} />
        <Form.Item name="dispatch" valuePropName="checked">
          <Checkbox>{dutiesText.meeting.dispatch}</Checkbox>
        </Form.Item>
        <ProblemNote problem={doing.error} />
      </Form>
    </Modal>
  );
}
