import type { UnitFile } from '#contract';
import { App, Form, Input, Select } from 'antd';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { UnitSelect } from '../components/unit-select.js';
import { unitFormText, unitsText } from '../texts/zh.js';
import { ReasonField, UnitDialog } from './unit-dialog.js';

interface Values {
  name: string;
  kind?: string;
  aliases?: string[];
  memberIds?: string[];
  reason: string;
}

const { form: texts } = unitsText;
const kinds = Object.entries(unitFormText.kinds).map(([value, label]) => ({ value, label }));

interface RegisterDialogProps {
  onDone: (unit: UnitFile) => void;
  onClose: () => void;
}

/** A new unit, or a group of units. */
export function RegisterDialog({ onDone, onClose }: RegisterDialogProps) {
  const keyOf = useIntentionKey();
  const { message } = App.useApp();
  return (
    <UnitDialog<Values, UnitFile>
      title={unitsText.register}
      hint={texts.hint}
      submit={(values) => {
        const body = { ...values, memberIds: values.kind === 'group' ? (values.memberIds ?? []) : [] };
        return call('registerUnit', { body, key: keyOf(body) });
      }}
      onDone={(unit) => {
        void message.success(unitsText.done);
        onClose();
        onDone(unit);
      }}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={texts.name}
        extra={texts.nameHint}
        rules={[{ required: true, whitespace: true, min: 2, message: texts.tooShort }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label={texts.kind}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={texts.kindGuess}
          options={kinds}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          getFieldValue('kind') === 'group' ? (
            <Form.Item name="memberIds" label={texts.members}>
              <UnitSelect label={texts.members} />
            </Form.Item>
          ) : null
        }
      </Form.Item>
      <Form.Item name="aliases" label={texts.aliases} extra={texts.aliasesHint}>
        <Select mode="tags" open={false} suffixIcon={null} maxCount={20} />
      </Form.Item>
      <ReasonField />
    </UnitDialog>
  );
}
