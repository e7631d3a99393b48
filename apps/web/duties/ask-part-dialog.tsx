import type { UnitRef } from '#contract';
import { Form, Radio } from 'antd';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { formatInstant } from '../format/date.js';
import { dutiesText } from '../texts/zh.js';
import { AskDialog } from './ask-dialog.js';
import { AskedFields } from './asked-fields.js';

interface Values {
  unitId: string;
  words: string;
  often: 'once' | 'quarter' | 'month' | 'ten-day';
}

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
      <AskedFields units={units} />
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
