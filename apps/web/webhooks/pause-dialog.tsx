import type { WebhookView } from '#contract';
import { Form, Input } from 'antd';
import { call } from '../api/client.js';
import { common, webhookTexts } from '../texts/zh.js';
import { FormDialog } from './form-dialog.js';

export function PauseDialog({ webhook, onClose }: { webhook: WebhookView; onClose: () => void }) {
  return (
    <FormDialog
      title={webhookTexts.pauseTitle(webhook.name)}
      ok={webhookTexts.pause}
      hint={webhookTexts.pauseHint}
      initial={{ reason: '' }}
      submit={(body) => call('pauseWebhook', { params: { id: webhook.id }, body })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={webhookTexts.reason}
        rules={[{ required: true, whitespace: true, message: common.required }]}
      >
        <Input maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
}
