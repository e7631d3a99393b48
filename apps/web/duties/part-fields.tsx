import type { IndicatorView } from '#contract';
import { Form, Input, InputNumber, Select } from 'antd';
import { common, dutiesText, marks } from '../texts/zh.js';

const text = dutiesText.part;

/** What a unit says when it is asked: words, readings of the task's figures, where the evidence is. */
export function PartFields({ indicators }: { indicators: readonly IndicatorView[] }) {
  return (
    <>
      <Form.Item
        name={['record', 'text']}
        label={text.text}
        rules={[{ required: true, whitespace: true, message: common.required }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
      {indicators.map((indicator) => (
        <Form.Item
          key={indicator.position}
          name={['readings', indicator.position]}
          label={`${indicator.name}${marks.open}${indicator.target}${marks.close}`}
        >
          <InputNumber suffix={indicator.unit} className="percent-input" />
        </Form.Item>
      ))}
      <Form.Item name={['record', 'evidence']} label={text.evidence} extra={text.evidenceHint}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
    </>
  );
}
