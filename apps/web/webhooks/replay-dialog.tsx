import type { WebhookView } from '#contract';
import { App, Form, Input, InputNumber, Radio } from 'antd';
import { call } from '../api/client.js';
import { instantOfLocal } from '../format/date.js';
import { common, webhookTexts } from '../texts/zh.js';
import { FormDialog } from './form-dialog.js';

interface Replay {
  by: 'since' | 'after';
  since?: string;
  after?: number;
}

/** From a moment or a cursor on, everything once more. */
export function ReplayDialog({ webhook, onClose }: { webhook: WebhookView; onClose: () => void }) {
  const { message } = App.useApp();
  const rules = [{ required: true, message: common.required }];
  return (
    <FormDialog<Replay, { after: string }>
      title={webhookTexts.replayTitle(webhook.name)}
      ok={webhookTexts.replay}
      hint={webhookTexts.replayHint}
      initial={{ by: 'since' }}
      submit={({ by, since = '', after }) =>
        call('replayWebhook', {
          params: { id: webhook.id },
          body: by === 'since' ? { since: instantOfLocal(since) } : { after },
        })
      }
      onDone={({ after }) => {
        void message.success(webhookTexts.replayed(after));
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="by">
        <Radio.Group
          options={[
            { value: 'since', label: webhookTexts.replaySince },
            { value: 'after', label: webhookTexts.replayAfter },
          ]}
        />
      </Form.Item>
      <Form.Item<Replay> noStyle dependencies={['by']}>
        {({ getFieldValue }) =>
          getFieldValue('by') === 'since' ? (
            <Form.Item name="since" label={webhookTexts.replayTime} rules={rules}>
              <Input type="datetime-local" />
            </Form.Item>
          ) : (
            <Form.Item name="after" label={webhookTexts.replayCursor} rules={rules}>
              <InputNumber min={0} precision={0} />
            </Form.Item>
          )
        }
      </Form.Item>
    </FormDialog>
  );
}
