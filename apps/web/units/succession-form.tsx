import type { UnitFile, UnitSuccessionDone, UnitSuccessionKind } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { markFields } from '../components/problem-fields.js';
import { ProblemNote } from '../components/problem-note.js';
import { UnitSelect } from '../components/unit-select.js';
import { common, marks, unitsText } from '../texts/zh.js';
import { RegisterDialog } from './register-dialog.js';
import { ReasonField } from './unit-dialog.js';
import { UNITS_KEY } from './units-query.js';

interface Values {
  kind: UnitSuccessionKind;
  successorIds: string[];
  from: string;
  reason: string;
}

const { succession: texts, acts } = unitsText;
const KINDS = ['rename', 'merge', 'split'] as const;
const FORM = 'unit-succession-form';

/** A unit was renamed, merged or split: what that leaves to be done is said first, then it is recorded. */
export function SuccessionForm({ unit, onClose }: { unit: UnitFile; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const [would, setWould] = useState<UnitSuccessionDone | null>(null);
  const [registering, register] = useState(false);
  const kind = Form.useWatch('kind', form) ?? 'rename';
  const keyOf = useIntentionKey();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const sending = useMutation({
    mutationFn: (values: Values) => {
      const body = { ...values, dryRun: would === null };
      return call('succeedUnit', { params: { id: unit.id }, body, key: keyOf(unit.id, body) });
    },
    onSuccess: async (done) => {
      if (done.dryRun) return setWould(done);
      await queries.invalidateQueries({ queryKey: UNITS_KEY });
      void message.success(unitsText.done);
      onClose();
    },
    onError: (problem) => markFields(form, problem),
  });
  return (
    <Modal
      open
      title={`${unit.name}${marks.colon}${acts.succeed}`}
      okText={would === null ? texts.ask : texts.record}
      okButtonProps={{ danger: would !== null, htmlType: 'submit', form: FORM }}
      cancelText={common.cancel}
      confirmLoading={sending.isPending}
      onCancel={onClose}
      data-testid="unit-succession"
    >
      <Form<Values>
        id={FORM}
        // Its fields have ids of their own: the form of a new unit may stand above.
        name={FORM}
        form={form}
        layout="vertical"
        requiredMark="optional"
        initialValues={{ kind: 'rename', successorIds: [] }}
        // Something else is another question.
        onValuesChange={(changed) => {
          setWould(null);
          if ('kind' in changed && changed.kind !== 'split') keepOne();
        }}
        onFinish={(values) => sending.mutate(values)}
      >
        <p className="dialog-prompt">{texts.hint}</p>
        <Form.Item name="kind" label={texts.kind} rules={[{ required: true }]}>
          <Radio.Group options={KINDS.map((value) => ({ value, label: texts.kinds[value] }))} />
        </Form.Item>
        <Form.Item
          name="successorIds"
          label={kind === 'split' ? texts.toMany : texts.to}
          rules={[{ required: true, message: common.required }]}
          extra={
            <Button type="link" size="small" className="unit-missing" onClick={() => register(true)}>
              {texts.missing}
            </Button>
          }
        >
          <UnitSelect label={texts.to} atMost={kind === 'split' ? undefined : 1} />
        </Form.Item>
        <Form.Item name="from" label={texts.from} rules={[{ required: true, message: common.required }]}>
          <Input type="date" />
        </Form.Item>
        <ReasonField />
        {would === null ? null : <Consequences of={would} split={kind === 'split'} />}
        <ProblemNote problem={sending.error} />
      </Form>
      {registering ? (
        <RegisterDialog onDone={({ id }) => takeUp(id)} onClose={() => register(false)} />
      ) : null}
    </Modal>
  );

  function chosen(): string[] {
    return (form.getFieldValue('successorIds') as string[] | undefined) ?? [];
  }
  function keepOne(): void {
    form.setFieldValue('successorIds', chosen().slice(0, 1));
  }
  function takeUp(id: string): void {
    setWould(null);
    form.setFieldValue('successorIds', kind === 'split' ? [...chosen(), id] : [id]);
  }
}

/** What is left to be done when it is recorded: nothing of it happens by itself. */
function Consequences({ of, split }: { of: UnitSuccessionDone; split: boolean }) {
  const left = leftToDo(of, split);
  return (
    <Alert
      type={left.length === 0 ? 'info' : 'warning'}
      showIcon
      role="status"
      data-testid="succession-would"
      title={of.note}
      description={
        left.length === 0 ? (
          texts.nothingLeft
        ) : (
          <>
            <p>{texts.would}</p>
            <ul className="unit-left">
              {left.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )
      }
    />
  );
}

function leftToDo(
  { tasksToReassign, tasksToHandOver, people, groups }: UnitSuccessionDone,
  split: boolean,
): string[] {
  const { left } = unitsText;
  return [
    ...(tasksToReassign === 0 ? [] : [left.tasks(tasksToReassign)]),
    ...(tasksToHandOver === 0 ? [] : [left.handOver(tasksToHandOver)]),
    ...(split && tasksToReassign > 0 ? [left.split] : []),
    ...(people === 0 ? [] : [left.people(people)]),
    ...(groups.length === 0 ? [] : [left.groups(groups.map(({ name }) => name).join(marks.list))]),
  ];
}
