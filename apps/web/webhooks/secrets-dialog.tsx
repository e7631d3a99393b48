import type { WebhookSecrets } from '#contract';
import { Alert, Button, Flex, Input, Modal, Space } from 'antd';
import { useCopy } from '../components/use-copy.js';
import { formatInstant } from '../format/date.js';
import { webhookTexts } from '../texts/zh.js';

const { secrets: texts } = webhookTexts;

/** Secret and key, this once. It is closed by its button alone, so that nobody loses them by a slip of the hand. */
export function SecretsDialog({ secrets, onClose }: { secrets: WebhookSecrets; onClose: () => void }) {
  return (
    <Modal
      open
      title={texts.title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose} data-testid="secrets-saved">
          {texts.saved}
        </Button>
      }
      data-testid="webhook-secrets"
    >
      <Flex vertical gap={12}>
        <Alert type="warning" showIcon title={texts.once} />
        <Copyable label={texts.secret} value={secrets.secret} />
        <Copyable label={texts.key} value={secrets.key} />
        {secrets.formerUntil === null ? null : (
          <p className="soft">{texts.former(formatInstant(secrets.formerUntil))}</p>
        )}
      </Flex>
    </Modal>
  );
}

function Copyable({ label, value }: { label: string; value: string }) {
  const copy = useCopy(texts.copied, texts.copyFailed);
  return (
    <div>
      <p className="soft small">{label}</p>
      <Space.Compact block>
        <Input readOnly value={value} aria-label={label} onFocus={(event) => event.target.select()} />
        <Button onClick={() => copy(value)}>{texts.copy}</Button>
      </Space.Compact>
    </div>
  );
}
