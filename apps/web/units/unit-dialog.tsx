import { Form, Input } from 'antd';
import { FormDialog, type FormDialogProps } from '../components/form-dialog.js';
import { unitsText } from '../texts/zh.js';
import { UNITS_KEY } from './units-query.js';

/** A dialog about the directory of units: what it does and what it asks for. */
export function UnitDialog<V extends object, T>(props: FormDialogProps<V, T>) {
  return <FormDialog<V, T> {...props} again={UNITS_KEY} done={unitsText.done} testId="unit-dialog" />;
}

export const ReasonField = () => (
  <Form.Item
    name="reason"
    label={unitsText.reason}
    extra={unitsText.reasonHint}
    rules={[{ required: true, whitespace: true, message: unitsText.reasonRequired }]}
  >
    <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
  </Form.Item>
);
