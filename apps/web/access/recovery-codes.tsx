import { Alert, Button, Flex, Space } from 'antd';
import { useCopy } from '../components/use-copy.js';
import { accessTexts } from '../texts/zh.js';

/** Shown once. */
export function RecoveryCodes({ codes, onSaved }: { codes: readonly string[]; onSaved: () => void }) {
  const copy = useCopy(accessTexts.copied, accessTexts.copyFailed);
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
        <Button onClick={() => copy(codes.join('\n'))}>{accessTexts.copy}</Button>
        <Button type="primary" onClick={onSaved} data-testid="codes-saved">
          {accessTexts.saved}
        </Button>
      </Space>
    </Flex>
  );
}
