import type { UnitRef } from '#contract';
import { Form, Input, Select } from 'antd';
import { common, dutiesText } from '../texts/zh.js';

const required = { required: true, message: common.required };

/** Who is asked, and for what in words. */
export function AskedFields({ units }: { units: readonly UnitRef[] }) {
  return (
    <>
      <Form.Item name="unitId" label={dutiesText.unit} rules={[required]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item
        name="words"
        label={dutiesText.words}
        extra={dutiesText.wordsHint}
        rules={[{ ...required, whitespace: true }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
      </Form.Item>
    </>
  );
}
