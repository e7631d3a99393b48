import { Form, Input } from 'antd';
import { FormDialog } from '../../components/form-dialog.js';
import { signOffText } from '../../texts/zh.js';

interface ReturnDialogProps {
  count: number;
  /** What is returned. */
  names: readonly string[];
  submit: (remark: string) => Promise<unknown>;
  onClose: () => void;
}

/** The head says what is to be changed. */
export function ReturnDialog({ count, names, submit, onClose }: ReturnDialogProps) {
  return (
    <FormDialog<{ remark: string }, unknown>
      title={signOffText.giveBack(count)}
      hint={signOffText.remarkHint}
      submit={({ remark }) => submit(remark)}
      onClose={onClose}
      again={['sittings']}
      done={signOffText.returned}
      testId="return-dialog"
    >
      <ul className="sent-names">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <Form.Item name="remark" label={signOffText.remark} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </FormDialog>
  );
}
