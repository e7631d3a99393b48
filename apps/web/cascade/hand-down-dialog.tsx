import type { JurisdictionRef, TaskCascadeView, TaskView } from '#contract';
import { Button, Form, Input, Select } from 'antd';
import { call, etagOf } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { FormDialog } from '../components/form-dialog.js';
import { formatFullDay } from '../format/date.js';
import { cascadeText, common, marks } from '../texts/zh.js';
import { cascadeQuery } from './queries.js';

interface Values {
  to: string[];
  requirement: string;
  deadlineOn?: string;
}

interface HandDownDialogProps {
  task: TaskView;
  offered: readonly JurisdictionRef[];
  onClose: () => void;
}

/** Hands a task down to jurisdictions directly below; its title and indicators go with it. */
export function HandDownDialog({ task, offered, onClose }: HandDownDialogProps) {
  const keyFor = useIntentionKey();
  const deadline = task.deadline.currentOn;
  return (
    <FormDialog<Values, TaskCascadeView>
      title={`${cascadeText.down}${marks.colon}${task.code} ${task.title}`}
      ok={cascadeText.down}
      submit={({ deadlineOn, ...values }) => {
        const body = { ...values, ...(deadlineOn ? { deadlineOn } : {}) };
        return call('handDown', {
          params: { id: task.id },
          body,
          etag: etagOf(task.version),
          key: keyFor(task.id, body),
        });
      }}
      again={cascadeQuery(task.id).queryKey}
      done={cascadeText.handedDown}
      testId="hand-down-dialog"
      onClose={onClose}
    >
      <Receivers offered={offered} />
      <Form.Item
        name="requirement"
        label={cascadeText.requirement}
        extra={cascadeText.requirementHint}
        rules={[{ required: true, whitespace: true, message: common.required }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
      <Form.Item
        name="deadlineOn"
        label={cascadeText.deadline}
        extra={cascadeText.deadlineHint(formatFullDay(deadline))}
      >
        <Input type="date" max={deadline} />
      </Form.Item>
    </FormDialog>
  );
}

function Receivers({ offered }: { offered: readonly JurisdictionRef[] }) {
  const form = Form.useFormInstance<Values>();
  return (
    <Form.Item
      label={
        <>
          {cascadeText.choose}
          <Button
            type="link"
            size="small"
            onClick={() =>
              form.setFieldValue(
                'to',
                offered.map(({ id }) => id),
              )
            }
          >
            {cascadeText.everyone}
          </Button>
        </>
      }
      required
    >
      <Form.Item name="to" noStyle rules={[{ required: true, message: common.required }]}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={cascadeText.choose}
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </Form.Item>
  );
}
