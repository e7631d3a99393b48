import type { ActionField } from '#contract';
import { Form, Input, InputNumber, Radio } from 'antd';
import { common } from '../texts/zh.js';
import { UnitSelect } from './unit-select.js';

function inputOf(field: ActionField) {
  switch (field.kind) {
    case 'text':
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={4000} />;
    case 'percent':
      return <InputNumber min={0} max={100} precision={1} suffix="%" />;
    case 'date':
      return <Input type="date" />;
    case 'units':
      return <UnitSelect label={field.label} atMost={field.atMost} />;
    case 'choice':
      return (
        <Radio.Group
          options={(field.choices ?? []).map((choice) => ({ value: choice.code, label: choice.label }))}
        />
      );
  }
}

/** One field of an action's form. */
export function ActionFieldInput({ field }: { field: ActionField }) {
  const blank = field.kind === 'text' ? { whitespace: true } : {};
  return (
    <Form.Item
      name={field.name}
      label={field.label}
      rules={[{ required: field.required, message: common.required, ...blank }]}
    >
      {inputOf(field)}
    </Form.Item>
  );
}
