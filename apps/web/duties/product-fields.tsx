import { Form, Input, Radio } from 'antd';
import { dutiesText } from '../texts/zh.js';

const text = dutiesText.product;

/** A ledger, bulletin, review or assessment: that it is confirmed or issued, and where it is to be found. */
export function ProductFields() {
  return (
    <>
      <Form.Item name={['record', 'state']} label={text.state} rules={[{ required: true }]}>
        <Radio.Group
          options={(['confirmed', 'issued'] as const).map((value) => ({ value, label: text[value] }))}
        />
      </Form.Item>
      <Form.Item
        name={['record', 'reference']}
        label={text.reference}
        extra={text.referenceHint}
        dependencies={[['record', 'note']]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value?: string) =>
              (value ?? '').trim() !== '' || String(getFieldValue(['record', 'note']) ?? '').trim() !== ''
                ? Promise.resolve()
                : Promise.reject(new Error(text.referenceHint)),
          }),
        ]}
      >
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name={['record', 'note']} label={dutiesText.note}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
    </>
  );
}
