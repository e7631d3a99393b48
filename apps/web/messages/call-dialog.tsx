import { CALL_OUTCOME_LABELS, CALL_OUTCOMES, type CallOutcomeName, type ToCallView } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Form, Input, Modal, Radio } from 'antd';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { ProblemNote } from '../components/problem-note.js';
import { instantOfLocal } from '../format/date.js';
import { wordInLanguage } from '../texts/in-language.js';
import { callsText, common, marks } from '../texts/zh.js';

interface Values {
  outcome: CallOutcomeName;
  reached?: string;
  words: string;
  at?: string;
  messageIds: string[];
}

/** A call is written down: what came of it, when, with whom, and about what. */
export function CallDialog({ entry, onClose }: { entry: ToCallView; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const keyFor = useIntentionKey();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const outcome = Form.useWatch('outcome', form);
  const told = outcome === 'reached' || outcome === 'leftWord';
  const recording = useMutation({
    mutationFn: ({ at, ...values }: Values) => {
      const when = at === undefined || at === '' ? {} : { calledAt: instantOfLocal(at) };
      const body = { personId: entry.person.id, ...values, ...when };
      return call('recordCall', { body, key: keyFor(body) });
    },
    onSuccess: async ({ delivered, raised }) => {
      void message.success(delivered ? callsText.delivered : raised ? callsText.wentUp : callsText.kept);
      onClose();
      await queries.invalidateQueries();
    },
  });
  return (
    <Modal
      open
      title={`${callsText.record}${marks.colon}${entry.person.name}`}
      okText={callsText.submit}
      okButtonProps={{ htmlType: 'submit', form: 'call-form' }}
      cancelText={common.cancel}
      confirmLoading={recording.isPending}
      onCancel={onClose}
    >
      <Form
        id="call-form"
        form={form}
        layout="vertical"
        requiredMark="optional"
        initialValues={{ outcome: 'reached', messageIds: entry.messages.map(({ id }) => id) }}
        onFinish={(values) => recording.mutate(values)}
      >
        <Form.Item name="outcome" label={callsText.outcome} rules={[{ required: true }]}>
          <Radio.Group
            options={CALL_OUTCOMES.map((value) => ({
              value,
              label: wordInLanguage(CALL_OUTCOME_LABELS[value]),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="reached"
          label={callsText.reached}
          rules={[{ required: told, message: common.required }]}
        >
          <Input maxLength={100} placeholder={callsText.reachedHint} />
        </Form.Item>
        <Form.Item
          name="words"
          label={callsText.words}
          rules={[{ required: true, message: common.required }]}
        >
          <Input.TextArea rows={3} maxLength={2000} placeholder={callsText.wordsHint} />
        </Form.Item>
        <Form.Item name="at" label={callsText.when} extra={callsText.whenHint}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item
          name="messageIds"
          label={callsText.which}
          rules={[{ required: true, message: common.required }]}
        >
          <Checkbox.Group
            className="call-messages"
            options={entry.messages.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </Form.Item>
        <ProblemNote problem={recording.error} />
      </Form>
    </Modal>
  );
}
