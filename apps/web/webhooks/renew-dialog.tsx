import type { WebhookSecrets, WebhookView } from '#contract';
import { Checkbox, Form } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { webhookTexts } from '../texts/zh.js';
import { FormDialog } from './form-dialog.js';
import { SecretsDialog } from './secrets-dialog.js';

export function RenewDialog({ webhook, onClose }: { webhook: WebhookView; onClose: () => void }) {
  const [secrets, show] = useState<WebhookSecrets | null>(null);
  if (secrets !== null) return <SecretsDialog secrets={secrets} onClose={onClose} />;
  return (
    <FormDialog
      title={webhookTexts.renewTitle(webhook.name)}
      ok={webhookTexts.renew}
      hint={webhookTexts.renewHint}
      initial={{ atOnce: false }}
      submit={(body) => call('renewWebhook', { params: { id: webhook.id }, body })}
      onDone={show}
      onClose={onClose}
    >
      <Form.Item name="atOnce" valuePropName="checked">
        <Checkbox>{webhookTexts.renewAtOnce}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
