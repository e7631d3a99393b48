import type { TaskSummary, TaskView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { call } from '../api/client.js';
import { tasksQuery } from '../api/queries.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { common, newTaskText, marks } from '../texts/zh.js';
import { SuccessorFields } from './successor-fields.js';
import { successorOf, type SuccessorForm } from './successor-of.js';
import { SupersedeDialog } from './supersede-dialog.js';

interface Values {
  others: string[];
  into: SuccessorForm;
  reason: string;
}

/** States in which a task can be merged; whether this person may is for the server. */
const MERGEABLE = ['confirmed', 'dispatched', 'disputed', 'inProgress', 'suspended'];

const others = (all: readonly TaskSummary[], task: TaskView): TaskSummary[] =>
  all.filter(
    (one) => one.id !== task.id && one.action.id === task.action.id && MERGEABLE.includes(one.state),
  );

/** Several tasks of an action become one, called like this one and led by who leads it unless said otherwise. */
export function MergeDialog({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const keyFor = useIntentionKey();
  const tasks = useQuery(tasksQuery);
  const found = others(tasks.data ?? [], task);
  const send = ({ others: ids, into, reason }: Values) => {
    const chosen = found.filter(({ id }) => ids.includes(id));
    const body = {
      reason,
      tasks: [task, ...chosen].map(({ id, version }) => ({ id, version })),
      into: successorOf(into),
    };
    return call('mergeTasks', { body, key: keyFor('merge', body) });
  };
  return (
    <SupersedeDialog
      form={form}
      title={`${newTaskText.merge}${marks.colon}${task.code} ${task.title}`}
      okText={newTaskText.merge}
      initialValues={{ into: { title: task.title, leadUnitIds: task.leads.map(({ id }) => id) } }}
      send={send}
      onClose={onClose}
    >
      <p className="dialog-prompt">{newTaskText.mergeHint}</p>
      <Form.Item
        name="others"
        label={newTaskText.mergeWith}
        rules={[{ required: true, message: common.required }]}
      >
        <Select
          mode="multiple"
          loading={tasks.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={newTaskText.mergeWith}
          options={found.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
        />
      </Form.Item>
      <section className="successor">
        <h3>{newTaskText.mergeInto}</h3>
        <SuccessorFields at={['into']} />
      </section>
      <Form.Item
        name="reason"
        label={newTaskText.reason}
        className="successor-reason"
        rules={[{ required: true, whitespace: true, message: common.required }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
      </Form.Item>
    </SupersedeDialog>
  );
}
