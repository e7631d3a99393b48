import type { SittingView } from '#contract';
import { Alert, Button, Modal } from 'antd';
import { useRef } from 'react';
import { ProblemNote } from '../components/problem-note.js';
import { common, ledgerText } from '../texts/zh.js';
import { UploadResult } from './upload-result.js';
import { useUpload } from './use-upload.js';

/** A workbook that comes back: first what would become of each row, then, if the person wants it, the same for real. */
export function UploadDialog({ sitting, onClose }: { sitting: SittingView; onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const upload = useUpload(sitting.id);
  const ready = upload.shown?.counts['file'] ?? 0;
  const busy = upload.isReading || upload.isFiling;
  const go = (
    <>
      <Button onClick={onClose} disabled={upload.isFiling}>
        {common.cancel}
      </Button>
      <Button
        type="primary"
        disabled={busy || ready === 0}
        loading={upload.isFiling}
        onClick={upload.go}
        data-testid="ledger-go"
      >
        {ledgerText.go(ready)}
      </Button>
    </>
  );
  const close = (
    <Button type="primary" onClick={onClose} data-testid="ledger-close">
      {ledgerText.close}
    </Button>
  );
  return (
    <Modal
      open
      width="57.5rem"
      title={ledgerText.dialog(sitting.periodLabel)}
      onCancel={onClose}
      mask={{ closable: false }}
      data-testid="ledger-dialog"
      footer={upload.isDone ? close : go}
    >
      {upload.isDone ? null : (
        <>
          <p className="dialog-prompt">{ledgerText.prompt}</p>
          <input
            ref={input}
            type="file"
            accept=".xlsx"
            hidden
            data-testid="ledger-file"
            onChange={({ target }) => {
              const [chosen] = target.files ?? [];
              if (chosen !== undefined) upload.choose(chosen);
              // The same file, mended, can be chosen again.
              target.value = '';
            }}
          />
          <div className="ledger-file">
            <Button onClick={() => input.current?.click()} disabled={busy}>
              {upload.file === undefined ? ledgerText.choose : ledgerText.again}
            </Button>
            <span className="soft small">{upload.file?.name}</span>
          </div>
        </>
      )}
      {upload.isReading ? <Alert type="info" title={ledgerText.reading} /> : null}
      <ProblemNote problem={upload.problem} />
      {upload.shown === undefined || upload.isReading ? null : <UploadResult shown={upload.shown} />}
    </Modal>
  );
}
