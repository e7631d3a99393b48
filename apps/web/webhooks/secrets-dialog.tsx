import type { WebhookSecrets } from '#contract';
import { ShownOnceDialog } from '../components/shown-once-dialog.js';
import { formatInstant } from '../format/date.js';
import { webhookTexts } from '../texts/zh.js';

const { secrets: texts } = webhookTexts;

/** Secret and key of a subscription, this once. */
export const SecretsDialog = ({ secrets, onClose }: { secrets: WebhookSecrets; onClose: () => void }) => (
  <ShownOnceDialog
    texts={texts}
    items={[
      { label: texts.secret, value: secrets.secret },
      { label: texts.key, value: secrets.key },
    ]}
    testId="webhook-secrets"
    savedTestId="secrets-saved"
    onClose={onClose}
  >
    {secrets.formerUntil === null ? null : (
      <p className="soft">{texts.former(formatInstant(secrets.formerUntil))}</p>
    )}
  </ShownOnceDialog>
);
