import type { WebhookView } from '#contract';
import { Form, Radio } from 'antd';
import { call } from '../api/client.js';
import { webhookTexts } from '../texts/zh.js';
import { FormDialog } from './form-dialog.js';

/** Goes on; where something was given up, a person says what becomes of it. */
export function ResumeDialog({ webhook, onClose }: { webhook: WebhookView; onClose: () => void }) {
  return (
    <FormDialog
      title={webhookTexts.resumeTitle(webhook.name)}
      ok={webhookTexts.resume}
      hint={webhook.dead === 0 ? webhookTexts.pauseHint : webhookTexts.resumeHint(webhook.dead)}
      initial={{ givenUp: 'sendAgain' }}
      submit={(body) => call('resumeWebhook', { params: { id: webhook.id }, body })}
      onClose={onClose}
    >
      <Form.Item name="givenUp" hidden={webhook.dead === 0}>
        <Radio.Group
          options={[
            { value: 'sendAgain', label: webhookTexts.resumeSend },
            { value: 'leaveOut', label: webhookTexts.resumeLeave },
          ]}
        />
      </Form.Item>
    </FormDialog>
  );
}
