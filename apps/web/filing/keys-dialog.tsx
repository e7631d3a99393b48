import { Modal } from 'antd';
import { useFocusBack } from '../components/use-focus-back.js';
import { filingText } from '../texts/zh.js';

/** Which key does what. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  useFocusBack();
  return (
    <Modal open title={filingText.keys.title} footer={null} onCancel={onClose} data-testid="keys">
      <dl className="filing-keys">
        {filingText.keys.list.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
