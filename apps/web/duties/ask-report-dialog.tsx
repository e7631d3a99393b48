import type { TaskAsks } from '#contract';
import { Form, Input, Select } from 'antd';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { instantOfLocal } from '../format/date.js';
import { common, dutiesText } from '../texts/zh.js';
import { AskDialog } from './ask-dialog.js';
import { AskedFields } from './asked-fields.js';

interface Values {
  unitId: string;
  dueAt: string;
  words: string;
  approvedBy?: string;
}

const required = { required: true, message: common.required };

/** An office asks for a one-off report; at short notice somebody else has to answer for it. */
export function AskReportDialog({
  taskId,
  asks,
  onClose,
}: {
  taskId: string;
  asks: TaskAsks;
  onClose: () => void;
}) {
  const [form] = Form.useForm<Values>();
  const keyFor = useIntentionKey();
  const send = async ({ dueAt, approvedBy, ...values }: Values): Promise<string> => {
    const body = { ...values, dueAt: instantOfLocal(dueAt), ...(approvedBy ? { approvedBy } : {}) };
    await call('requestReport', { params: { id: taskId }, body, key: keyFor(body) });
    return dutiesText.askedReport;
  };
  return (
    <AskDialog
      form={form}
      title={dutiesText.askReport}
      next={dutiesText.askReportNext}
      send={send}
      onClose={onClose}
    >
      <AskedFields units={asks.reportOf} />
      <Form.Item name="dueAt" label={dutiesText.dueAt} rules={[required]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item
        name="approvedBy"
        label={dutiesText.approver}
        extra={dutiesText.approverHint(asks.noticeHours)}
      >
        <Select
          allowClear
          options={asks.approvers.map(({ id, name }) => ({ value: id, label: name ?? id }))}
        />
      </Form.Item>
    </AskDialog>
  );
}
