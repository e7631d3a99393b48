import type { UnitRef } from '#contract';
import { Form, Input, Radio, Select } from 'antd';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { formatInstant } from '../format/date.js';
import { common, dutiesText } from '../texts/zh.js';
import { AskDialog } from './ask-dialog.js';

interface Values {
  unitId: string;
  words: string;
  often: 'once' | 'quarter' | 'month' | 'ten-day';
}

const required = { required: true, message: common.required };

/** A lead unit asks a supporting one for its part. By quarter unless said otherwise: more would drown them. */
export function AskPartDialog({
  taskId,
  units,
  onClose,
}: {
  taskId: string;
  units: readonly UnitRef[];
  onClose: () => void;
}) {
  const [form] = Form.useForm<Values>();
  const keyFor = useIntentionKey();
  const send = async ({ unitId, words, often = 'quarter' }: Values): Promise<string> => {
    const body = { unitId, words, ...(often === 'once' ? { once: true } : { every: often }) };
    const asked = await call('askForPart', { params: { id: taskId }, body, key: keyFor(body) });
    return dutiesText.askedPart(asked.periodLabel, formatInstant(asked.dueAt));
  };
  return (
    <AskDialog
      form={form}
      title={dutiesText.askPart}
      next={dutiesText.askPartNext}
      send={send}
      onClose={onClose}
    >
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
      <Form.Item name="often" label={dutiesText.often} initialValue="quarter">
        <Radio.Group
          options={[
            { value: 'once', label: dutiesText.once },
            { value: 'quarter', label: dutiesText.byQuarter },
            { value: 'month', label: dutiesText.byMonth },
            { value: 'ten-day', label: dutiesText.byTenDay },
          ]}
        />
      </Form.Item>
    </AskDialog>
  );
}
