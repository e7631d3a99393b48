import type { UnitRef } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { markFields } from '../components/problem-fields.js';
import { ProblemNote } from '../components/problem-note.js';
import { UnitSelect } from '../components/unit-select.js';
import { common, newTaskText } from '../texts/zh.js';

interface Values {
  toUnitId: string[];
  reason: string;
}

interface SuccessionDialogProps {
  unit: UnitRef;
  /** The successor that the directory knows; another one may be chosen. */
  to?: string | undefined;
  onClose: () => void;
}

/** A unit's tasks go to its successor: counted first, then done. */
export function SuccessionDialog({ unit, to, onClose }: SuccessionDialogProps) {
  const [form] = Form.useForm<Values>();
  const [count, setCount] = useState<number | null>(null);
  const keyFor = useIntentionKey();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const doing = useMutation({
    mutationFn: ({ toUnitId: [toUnitId], reason }: Values) => {
      const body = { toUnitId, reason, dryRun: count === null };
      return call('succeedInTasks', { params: { id: unit.id }, body, key: keyFor('succession', body) });
    },
    onSuccess: async ({ tasks, dryRun }) => {
      if (dryRun) {
        setCount(tasks);
        return;
      }
      void message.success(newTaskText.successionDone(tasks));
      onClose();
      await queries.invalidateQueries();
    },
    onError: (problem) => markFields(form, problem),
  });
  return (
    <Modal
      open
      title={newTaskText.successionTitle(unit.name)}
      okText={count === null ? newTaskText.successionAsk : newTaskText.successionDo(count)}
      okButtonProps={{
        danger: count !== null,
        disabled: count === 0,
        htmlType: 'submit',
        form: 'succession-form',
      }}
      cancelText={common.cancel}
      confirmLoading={doing.isPending}
      onCancel={onClose}
      data-testid="succession-dialog"
    >
      <Form
        id="succession-form"
        form={form}
        layout="vertical"
        requiredMark="optional"
        initialValues={{ toUnitId: to === undefined ? [] : [to] }}
        // Another successor is another question.
        onValuesChange={() => setCount(null)}
        onFinish={(values) => doing.mutate(values)}
      >
        <p className="dialog-prompt">{newTaskText.successionHint}</p>
        <Form.Item
          name="toUnitId"
          label={newTaskText.successionTo}
          rules={[{ required: true, message: common.required }]}
        >
          <UnitSelect label={newTaskText.successionTo} atMost={1} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={newTaskText.reason}
          rules={[{ required: true, whitespace: true, message: common.required }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
        </Form.Item>
        {count === null ? null : <p data-testid="succession-count">{newTaskText.successionCount(count)}</p>}
        <ProblemNote problem={doing.error} />
      </Form>
    </Modal>
  );
}
