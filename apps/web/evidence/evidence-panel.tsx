import type { EvidenceFileView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { addressOf } from '../api/client.js';
import { Panel } from '../components/panel.js';
import { formatInstant } from '../format/date.js';
import { formatPeriod } from '../format/period.js';
import { evidenceText } from '../texts/zh.js';
import { evidenceQuery } from './queries.js';
import { fileSize } from './file-size.js';
import { HandIn } from './hand-in.js';
import { WithdrawDialog } from './withdraw-dialog.js';
import './evidence.css';

/** 佐证材料 of a task: to save, to hand in, to take back. Not there where there is none and none can be handed in. */
export function EvidencePanel({ taskId }: { taskId: string }) {
  const { data } = useQuery(evidenceQuery(taskId));
  const [withdrawing, withdraw] = useState<EvidenceFileView | null>(null);
  if (data === undefined || (data.items.length === 0 && !data.mayAdd)) return null;
  return (
    <Panel title={evidenceText.title} testId="evidence">
      {data.items.length === 0 ? <p className="soft">{evidenceText.none}</p> : null}
      <ul className="evidence">
        {data.items.map((file) => (
          <Item key={file.id} file={file} onWithdraw={() => withdraw(file)} />
        ))}
      </ul>
      {data.mayAdd ? <HandIn taskId={taskId} /> : null}
      {withdrawing === null ? null : <WithdrawDialog file={withdrawing} onClose={() => withdraw(null)} />}
    </Panel>
  );
}

function Item({ file, onWithdraw }: { file: EvidenceFileView; onWithdraw: () => void }) {
  const from = file.unit?.name ?? evidenceText.office;
  return (
    <li data-testid="evidence-file">
      <div className="evidence-name">
        <a href={addressOf('evidenceContent', { params: { id: file.id } })} download={file.name}>
          {file.name}
        </a>
        <span className="soft small number">
          {file.kindLabel} · {fileSize(file.size)}
        </span>
        {file.withdrawn === null ? null : <Tag>{evidenceText.withdrawn}</Tag>}
        {file.mayWithdraw ? (
          <Button type="link" size="small" onClick={onWithdraw}>
            {evidenceText.withdraw}
          </Button>
        ) : null}
      </div>
      <div className="soft small">
        {[
          from,
          file.addedBy?.name ?? '',
          formatInstant(file.addedAt),
          file.period === null ? '' : formatPeriod(file.period),
          file.note,
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </div>
      {file.withdrawn === null ? null : (
        <div className="soft small">
          {evidenceText.withdrawnBecause(
            file.withdrawn.by ?? '',
            formatInstant(file.withdrawn.at),
            file.withdrawn.reason,
          )}
        </div>
      )}
    </li>
  );
}
