import type { ChannelView } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { ProblemNote } from '../components/problem-note.js';
import { channelsText, common } from '../texts/zh.js';
import { useChannel } from './use-channel.js';

interface DialogProps {
  channel: ChannelView;
  onClose: () => void;
}

/** A channel rests, for a reason that everybody who looks can read. */
export function PauseDialog({ channel, onClose }: DialogProps) {
  const pausing = useChannel('pauseChannel', () => channelsText.done, onClose);
  return (
    <Modal
      open
      title={channelsText.pauseTitle(channel.name)}
      okText={channelsText.pause}
      okButtonProps={{ htmlType: 'submit', form: 'pause-form' }}
      cancelText={common.cancel}
      confirmLoading={pausing.isPending}
      onCancel={onClose}
    >
      <Form
        id="pause-form"
        layout="vertical"
        onFinish={(body: { reason: string }) => pausing.mutate({ params: { id: channel.id }, body })}
      >
        <Form.Item
          name="reason"
          label={channelsText.pauseReason}
          extra={channelsText.pauseHint}
          rules={[{ required: true, whitespace: true, message: common.required }]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <ProblemNote problem={pausing.error} />
      </Form>
    </Modal>
  );
}

/** A letter of trial to an address, or to the group that the channel is. */
export function TrialDialog({ channel, onClose }: DialogProps) {
  const keyFor = useIntentionKey();
  const trying = useChannel('tryChannel', () => channelsText.trialSent, onClose);
  return (
    <Modal
      open
      title={channelsText.trialTitle(channel.name)}
      okText={channelsText.trial}
      okButtonProps={{ htmlType: 'submit', form: 'trial-form' }}
      cancelText={common.cancel}
      confirmLoading={trying.isPending}
      onCancel={onClose}
    >
      <Form
        id="trial-form"
        layout="vertical"
        onFinish={(values: { address?: string }) => {
          const body = { address: values.address ?? '' };
          trying.mutate({ params: { id: channel.id }, body, key: keyFor(channel.id, body) });
        }}
      >
        {channel.isGroup ? (
          <p>{channelsText.trialGroup}</p>
        ) : (
          <Form.Item
            name="address"
            label={channelsText.trialAddress}
            rules={[{ required: true, message: common.required }]}
          >
            <Input maxLength={300} />
          </Form.Item>
        )}
        <ProblemNote problem={trying.error} />
      </Form>
    </Modal>
  );
}

/** The secret address at which a gateway reports what became of messages: shown once. */
export function ReceiptDialog({ channel, onClose }: DialogProps) {
  const queries = useQueryClient();
  const renewal = useMutation({
    mutationFn: () => call('renewReceipts', { params: { id: channel.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['channels'] }),
  });
  return (
    <Modal open title={channelsText.receipts} footer={null} onCancel={onClose}>
      <p>{channelsText.receiptsHint}</p>
      {renewal.data === undefined ? (
        <Button type="primary" loading={renewal.isPending} onClick={() => renewal.mutate()}>
          {channel.receipts === 'made' ? channelsText.receiptsRenew : channelsText.receiptsMake}
        </Button>
      ) : (
        <Input
          readOnly
          value={renewal.data.url}
          aria-label={channelsText.receipts}
          onFocus={(event) => event.target.select()}
        />
      )}
      <ProblemNote problem={renewal.error} />
    </Modal>
  );
}
