import { Form, Input } from 'antd';
import { UnitSelect } from '../components/unit-select.js';
import { common, newTaskText } from '../texts/zh.js';

const required = { required: true, message: common.required };

interface SuccessorFieldsProps {
  at: (string | number)[];
  /** What holds where no date is given. */
  deadlineHint?: string;
}

/** Name, units and date of a new task; `at` is its place in the form. */
export function SuccessorFields({ at, deadlineHint = newTaskText.deadlineKept }: SuccessorFieldsProps) {
  return (
    <div className="successor-fields">
      <Form.Item name={[...at, 'title']} label={newTaskText.name} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={200} placeholder={newTaskText.nameHint} />
      </Form.Item>
      <Form.Item name={[...at, 'leadUnitIds']} label={newTaskText.leads} rules={[required]}>
        <UnitSelect label={newTaskText.leads} />
      </Form.Item>
      <Form.Item name={[...at, 'supportUnitIds']} label={newTaskText.supports}>
        <UnitSelect label={newTaskText.supports} placeholder={common.none} />
      </Form.Item>
      <Form.Item name={[...at, 'deadlineOn']} label={newTaskText.deadline} extra={deadlineHint}>
        <Input type="date" />
      </Form.Item>
    </div>
  );
}
