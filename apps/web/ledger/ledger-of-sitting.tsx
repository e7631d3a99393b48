import type { SittingView } from '#contract';
import { Button } from 'antd';
import { useState } from 'react';
import { addressOf } from '../api/client.js';
import { ledgerText } from '../texts/zh.js';
import { UploadDialog } from './upload-dialog.js';
import './ledger.css';

/** The way round the page: what is owed taken away as a workbook, and brought back filled in. */
export function LedgerOfSitting({ sitting }: { sitting: SittingView }) {
  const [uploading, setUploading] = useState(false);
  const href = addressOf('ledger', {
    params: { id: sitting.plan.id, period: sitting.period },
    query: { unit: sitting.unit.id },
  });
  return (
    <div className="ledger-ways" data-testid="ledger-ways">
      <span className="ledger-ways-words">
        <b>{ledgerText.title}</b>
        <span className="soft small">
          {sitting.signOff.way === 'sendForSignOff' ? ledgerText.hintToHead : ledgerText.hint}
        </span>
      </span>
      <Button href={href} download data-testid="ledger-download">
        {ledgerText.download}
      </Button>
      <Button onClick={() => setUploading(true)} data-testid="ledger-upload">
        {ledgerText.upload}
      </Button>
      {uploading ? <UploadDialog sitting={sitting} onClose={() => setUploading(false)} /> : null}
    </div>
  );
}
