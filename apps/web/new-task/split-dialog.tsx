import type { TaskView } from '#contract';
import { Button, Form, Input } from 'antd';
import { call, etagOf } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { common, newTaskText, marks } from '../texts/zh.js';
import { SuccessorFields } from './successor-fields.js';
import { successorOf, type SuccessorForm } from './successor-of.js';
import { SupersedeDialog } from './supersede-dialog.js';

interface Values {
  reason: string;
  into: SuccessorForm[];
}

/** A task becomes several; the first is called like it and led by who leads it. */
export function SplitDialog({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const keyFor = useIntentionKey();
  const etag = etagOf(task.version);
  const leadUnitIds = task.leads.map(({ id }) => id);
  const send = ({ reason, into }: Values) => {
    const body = { reason, into: into.map(successorOf) };
    return call('splitTask', { params: { id: task.id }, body, etag, key: keyFor(etag, body) });
  };
  return (
    <SupersedeDialog
      form={form}
      title={`${newTaskText.split}${marks.colon}${task.code} ${task.title}`}
      okText={newTaskText.split}
      initialValues={{ into: [{ title: task.title, leadUnitIds }, { leadUnitIds }] }}
      send={send}
      onClose={onClose}
    >
      <p className="dialog-prompt">{newTaskText.splitHint}</p>
      <Form.List name="into">
        {(parts, { add, remove }) => (
          <>
            {parts.map(({ key, name }, index) => (
              <section key={key} className="successor" data-testid={`part-${index}`}>
                <h3>
                  {newTaskText.splitInto(index + 1)}
                  {parts.length > 2 ? (
                    <Button type="link" size="small" onClick={() => remove(name)}>
                      {newTaskText.splitLess}
                    </Button>
                  ) : null}
                </h3>
                <SuccessorFields at={[name]} />
              </section>
            ))}
            <Button onClick={() => add({ leadUnitIds })}>{newTaskText.splitMore}</Button>
          </>
        )}
      </Form.List>
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
