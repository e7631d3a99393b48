import { Alert, Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { filingText } from '../texts/zh.js';
import type { PasteNote } from './use-paste.js';

function subscribe(tell: () => void): () => void {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}

/** That a draft was found again. */
export function RestoredNote({ onDiscard }: { onDiscard: () => void }) {
  return (
    <Alert
      type="info"
      className="filing-note"
      title={filingText.restored}
      action={
        <Button size="small" onClick={onDiscard}>
          {filingText.discard}
        </Button>
      }
    />
  );
}

/** That there is no network, and that this is no reason to stop. */
export function OfflineNote() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return online ? null : (
    <Alert type="warning" className="filing-note" title={filingText.offline} role="status" />
  );
}

/** What came of a pasted block. */
export function PastedNote({
  note,
  onUndo,
  onClose,
}: {
  note: PasteNote;
  onUndo: () => void;
  onClose: () => void;
}) {
  const wrong = Object.values(note.errors).reduce((sum, row) => sum + Object.keys(row).length, 0);
  const lines = [...(wrong > 0 ? [filingText.paste.wrong(wrong)] : []), ...note.left];
  return (
    <Alert
      type={lines.length > 0 ? 'warning' : 'success'}
      className="filing-note"
      data-testid="pasted"
      role="status"
      title={filingText.paste.done(note.rows, note.cells)}
      description={lines.length === 0 ? undefined : lines.map((line) => <p key={line}>{line}</p>)}
      action={
        <>
          <Button size="small" onClick={onUndo}>
            {filingText.paste.undo}
          </Button>{' '}
          <Button size="small" type="text" onClick={onClose}>
            {filingText.paste.close}
          </Button>
        </>
      }
    />
  );
}
