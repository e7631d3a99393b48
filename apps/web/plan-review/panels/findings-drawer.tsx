import { Drawer } from 'antd';
import { EmptyNote } from '../../components/empty-note.js';
import { panelText } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { FindingList } from './finding-list.js';

/** What the look before dispatch found. */
export function FindingsDrawer({ onClose }: { onClose: () => void }) {
  const { review } = useDesk();
  return (
    <Drawer open onClose={onClose} title={panelText.findingsTitle} size="min(32.5rem, 100vw)">
      <p className="dialog-prompt">{panelText.findingsHint}</p>
      {review.findings.length === 0 ? (
        <EmptyNote title={panelText.findingsNone} />
      ) : (
        <FindingList findings={review.findings} onGo={onClose} />
      )}
    </Drawer>
  );
}
