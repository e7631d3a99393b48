import {
  COMMON_WEBHOOK_TYPES,
  webhookTypeLabel,
  type WebhookList,
  type WebhookSecrets,
  type WebhookView,
} from '#contract';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { wordInLanguage } from '../texts/in-language.js';
import { common, webhookTexts, marks } from '../texts/zh.js';
import { FormDialog } from './form-dialog.js';
import { SecretsDialog } from './secrets-dialog.js';

interface Wanted {
  name: string;
  url: string;
  eventTypes: string[];
  unitId?: string | null;
}
type DialogProps = { onClose: () => void } & (
  { webhook: WebhookView; mayAdd?: never } | { webhook?: never; mayAdd: WebhookList['mayAdd'] }
);

const { form: texts } = webhookTexts;
const required = [{ required: true, message: common.required }];
/** Of the whole jurisdiction: a choice needs a value. */
const EVERYTHING = '*';

/** Registers a system, and shows its secrets; or changes what is known of one. */
export function WebhookDialog({ webhook, mayAdd, onClose }: DialogProps) {
  const [secrets, show] = useState<WebhookSecrets | null>(null);
  if (secrets !== null) return <SecretsDialog secrets={secrets} onClose={onClose} />;
  if (webhook !== undefined)
    return (
      <FormDialog<Wanted, unknown>
        title={`${webhookTexts.edit}${marks.colon}${webhook.name}`}
        ok={webhookTexts.save}
        initial={{ name: webhook.name, url: webhook.url, eventTypes: webhook.eventTypes }}
        submit={(body) => call('updateWebhook', { params: { id: webhook.id }, body, etag: webhook.etag })}
        onClose={onClose}
      >
        <WantedFields />
      </FormDialog>
    );
  const scopes = [
    ...(mayAdd.jurisdiction ? [{ value: EVERYTHING, label: texts.everything }] : []),
    ...mayAdd.units.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <FormDialog<Wanted, WebhookSecrets>
      title={webhookTexts.add}
      ok={webhookTexts.add}
      initial={{ name: '', url: '', eventTypes: ['*'], unitId: scopes[0]?.value ?? null }}
      submit={({ unitId = EVERYTHING, ...wanted }) =>
        call('addWebhook', { body: { ...wanted, unitId: unitId === EVERYTHING ? null : unitId } })
      }
      onDone={show}
      onClose={onClose}
    >
      <WantedFields />
      <Form.Item name="unitId" label={texts.scope} extra={texts.scopeHint} rules={required}>
        <Select options={scopes} showSearch={{ optionFilterProp: 'label' }} data-testid="webhook-scope" />
      </Form.Item>
    </FormDialog>
  );
}

function WantedFields() {
  return (
    <>
      <Form.Item name="name" label={texts.name} rules={required}>
        <Input maxLength={60} placeholder={texts.nameHint} />
      </Form.Item>
      <Form.Item
        name="url"
        label={texts.url}
        rules={[...required, { type: 'url', message: texts.urlInvalid }]}
      >
        <Input maxLength={1000} placeholder={texts.urlHint} inputMode="url" />
      </Form.Item>
      <Form.Item name="eventTypes" label={texts.events} extra={texts.eventsHint} rules={required}>
        <Select
          mode="tags"
          tokenSeparators={[',', '，', ' ']}
          options={COMMON_WEBHOOK_TYPES.map((type) => ({
            value: type,
            label: wordInLanguage(webhookTypeLabel(type)),
          }))}
        />
      </Form.Item>
    </>
  );
}
