import type { TaskSuccessionDone, UnitFile, UnitRef } from '#contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { Answer } from '../components/answer.js';
import { markFields } from '../components/problem-fields.js';
import { ProblemNote } from '../components/problem-note.js';
import { UnitSelect } from '../components/unit-select.js';
import { formatInstant } from '../format/date.js';
import { common, marks, newTaskText } from '../texts/zh.js';
import { unitFileQuery } from '../units/units-query.js';
import { TaskChoice } from './task-choice.js';
import './new-task.css';

interface Values {
  toUnitId: string | string[] | undefined;
  taskIds: string[];
  reason: string;
}

interface SuccessionDialogProps {
  unit: UnitRef;
  onClose: () => void;
}

const FORM = 'succession-form';

/** A unit's tasks go to a successor, all or those chosen: what that asks of it is said first, then it is done. */
export function SuccessionDialog({ unit, onClose }: SuccessionDialogProps) {
  const file = useQuery(unitFileQuery(unit.id));
  const [form] = Form.useForm<Values>();
  const [would, setWould] = useState<TaskSuccessionDone | null>(null);
  const keyFor = useIntentionKey();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const doing = useMutation({
    mutationFn: ({ toUnitId, taskIds, reason }: Values) => {
      const tasks = (file.data?.toHandOver ?? [])
        .filter(({ id }) => taskIds.includes(id))
        .map(({ id, version }) => ({ id, version }));
      const body = { toUnitId: [toUnitId].flat()[0], reason, tasks, dryRun: would === null };
      return call('succeedInTasks', { params: { id: unit.id }, body, key: keyFor('succession', body) });
    },
    onSuccess: async (done) => {
      if (done.dryRun) return setWould(done);
      void message.success(
        [newTaskText.successionDone(done.tasks), newTaskText.successionLeft(done.left)]
          .filter(Boolean)
          .join(marks.semicolon),
      );
      setWould(null);
      await queries.invalidateQueries();
      // Of a unit that was split, the rest goes to another one.
      if (done.left === 0 || (file.data?.successors.length ?? 0) < 2) return onClose();
      form.setFieldsValue({ toUnitId: undefined, taskIds: [] });
    },
    onError: async (problem) => {
      setWould(null);
      markFields(form, problem);
      // What was chosen may be another's by now.
      await queries.invalidateQueries({ queryKey: unitFileQuery(unit.id).queryKey });
    },
  });
  const none = file.data?.toHandOver.length === 0;
  return (
    <Modal
      open
      width={720}
      title={newTaskText.successionTitle(unit.name)}
      okText={would === null ? newTaskText.successionAsk : newTaskText.successionDo(would.tasks)}
      okButtonProps={{
        danger: would !== null,
        disabled: file.data === undefined || none,
        htmlType: 'submit',
        form: FORM,
      }}
      cancelText={common.cancel}
      confirmLoading={doing.isPending}
      onCancel={onClose}
      data-testid="succession-dialog"
    >
      <Answer query={file}>
        {(found) => (
          <Form<Values>
            id={FORM}
            form={form}
            layout="vertical"
            requiredMark="optional"
            initialValues={beginning(found)}
            // Another choice is another question.
            onValuesChange={() => setWould(null)}
            onFinish={(values) => doing.mutate(values)}
          >
            <p className="dialog-prompt">{newTaskText.successionHint}</p>
            <Form.Item
              name="toUnitId"
              label={newTaskText.successionTo}
              rules={[{ required: true, message: common.required }]}
            >
              {found.successors.length > 1 ? (
                <Radio.Group
                  options={found.successors.map(({ unit: { id, name } }) => ({ value: id, label: name }))}
                />
              ) : (
                <UnitSelect label={newTaskText.successionTo} atMost={1} />
              )}
            </Form.Item>
            <Chosen found={found} />
            <Form.Item
              name="reason"
              label={newTaskText.reason}
              rules={[{ required: true, whitespace: true, message: common.required }]}
            >
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
            </Form.Item>
            {would === null ? null : (
              <Would of={would} found={found} to={form.getFieldValue('toUnitId') as Values['toUnitId']} />
            )}
            <ProblemNote problem={doing.error} />
          </Form>
        )}
      </Answer>
    </Modal>
  );
}

/** One successor takes all, unless somebody chooses; of several, each takes what is chosen. */
function beginning({ successors, toHandOver }: UnitFile): Partial<Values> {
  const [successor] = successors;
  const isSplit = successors.length > 1;
  return {
    toUnitId: isSplit ? undefined : successor === undefined ? [] : [successor.unit.id],
    taskIds: isSplit ? [] : toHandOver.map(({ id }) => id),
  };
}

function Chosen({ found: { toHandOver } }: { found: UnitFile }) {
  const chosen = Form.useWatch<string[] | undefined>('taskIds') ?? [];
  if (toHandOver.length === 0) return <p data-testid="succession-count">{newTaskText.successionCount(0)}</p>;
  return (
    <Form.Item
      name="taskIds"
      label={newTaskText.successionTasks(chosen.length, toHandOver.length)}
      rules={[{ required: true, type: 'array', min: 1, message: newTaskText.successionChoose }]}
    >
      <TaskChoice tasks={toHandOver} />
    </Form.Item>
  );
}

interface WouldProps {
  of: TaskSuccessionDone;
  found: UnitFile;
  to: Values['toUnitId'];
}

/** What is asked of the successor in each task, by when. */
function Would({ of: { tasks, left, items }, found, to }: WouldProps) {
  const [id] = [to].flat();
  const name = found.successors.find(({ unit }) => unit.id === id)?.unit.name ?? newTaskText.successionTo;
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={
        <span data-testid="succession-count">
          {newTaskText.successionCount(tasks)} {newTaskText.successionLeft(left)}
        </span>
      }
      description={
        <>
          <p>{newTaskText.successionAsked(name)}</p>
          <ul className="succession-items" data-testid="succession-items">
            {items.map(({ id: task, code, title, asked }) => (
              <li key={task}>
                <b>
                  {code} {title}
                </b>
                <span className="soft">
                  {asked.length === 0
                    ? newTaskText.successionNothingAsked
                    : asked
                        .map(
                          ({ label, at }) =>
                            `${label} ${at === null ? newTaskText.successionStill : formatInstant(at)}`,
                        )
                        .join(marks.semicolon)}
                </span>
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
