import { Alert, Button, Flex, Input, Modal, Space } from 'antd';
import type { ReactNode } from 'react';
import { useCopy } from './use-copy.js';

interface Texts {
  title: string;
  /** That it is shown this once. */
  once: string;
  saved: string;
  copy: string;
  copied: string;
  copyFailed: string;
}

interface ShownOnceProps {
  texts: Texts;
  items: readonly { label: string; value: string }[];
  testId: string;
  /** Of the button that closes it. */
  savedTestId: string;
  onClose: () => void;
  children?: ReactNode;
}

/** Secrets, this once. Closed by its button alone, so that nobody loses them by a slip of the hand. */
export function ShownOnceDialog({ texts, items, testId, savedTestId, onClose, children }: ShownOnceProps) {
  return (
    <Modal
      open
      title={texts.title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose} data-testid={savedTestId}>
          {texts.saved}
        </Button>
      }
      data-testid={testId}
    >
      <Flex vertical gap={12}>
        <Alert type="warning" showIcon title={texts.once} />
        {items.map((item) => (
          <Copyable key={item.label} {...item} texts={texts} />
        ))}
        {children}
      </Flex>
    </Modal>
  );
}

function Copyable({ label, value, texts }: { label: string; value: string; texts: Texts }) {
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
