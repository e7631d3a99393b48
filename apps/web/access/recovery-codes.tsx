import { Alert, App, Button, Flex, Space } from 'antd';
import { accessTexts } from '../texts/zh.js';

/** Shown once. */
export function RecoveryCodes({ codes, onSaved }: { codes: readonly string[]; onSaved: () => void }) {
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      void message.success(accessTexts.copied);
    } catch {
      // A page that was not loaded over TLS has no clipboard.
      void message.warning(accessTexts.copyFailed);
    }
  };
  return (
    <Flex vertical gap={12}>
      <Alert type="warning" showIcon title={accessTexts.codesTitle} description={accessTexts.codesWhat} />
      <ol className="access-codes" data-testid="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Space>
        <Button onClick={() => void copy()}>{accessTexts.copy}</Button>
        <Button type="primary" onClick={onSaved} data-testid="codes-saved">
          {accessTexts.saved}
        </Button>
      </Space>
    </Flex>
  );
}
