import { Alert, Button, Flex, Input, Modal, Space } from 'antd';
import { useCopy } from '../components/use-copy.js';
import { accountTexts } from '../texts/zh.js';

const { password: texts } = accountTexts;

export interface Told {
  username: string;
  name: string;
  password: string;
}

/** First passwords, this once. Closed by its button alone, so that nobody loses them by a slip of the hand. */
export function PasswordsDialog({ passwords, onClose }: { passwords: readonly Told[]; onClose: () => void }) {
  return (
    <Modal
      open
      title={texts.title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose} data-testid="passwords-saved">
          {texts.saved}
        </Button>
      }
      data-testid="first-passwords"
    >
      <Flex vertical gap={12}>
        <Alert type="warning" showIcon title={texts.once} />
        {passwords.map((one) => (
          <Copyable key={one.username} {...one} />
        ))}
      </Flex>
    </Modal>
  );
}

function Copyable({ username, name, password }: Told) {
  const copy = useCopy(texts.copied, texts.copyFailed);
  const label = texts.label(`${name}（${username}）`);
  return (
    <div>
      <p className="soft small">{label}</p>
      <Space.Compact block>
        <Input readOnly value={password} aria-label={label} onFocus={(event) => event.target.select()} />
        <Button onClick={() => copy(password)}>{texts.copy}</Button>
      </Space.Compact>
    </div>
  );
}
