import type { ReportingLineView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { linesQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { usePhone } from '../components/use-phone.js';
import { ExportButton } from '../components/export-button.js';
import { PageTitle } from '../components/page-title.js';
import { linesText } from '../texts/zh.js';
import './alerts.css';
import { LineCards, LineTable } from './line-list.js';

/** A line that wants attention: on a rung, with a missed sitting, or with the latest one overdue. */
const inTrouble = (line: ReportingLineView): boolean =>
  line.standing !== null || line.missedSittings > 0 || line.latestSitting?.status === 'overdue';

/** The most serious first. */
const byStanding = (a: ReportingLineView, b: ReportingLineView): number =>
  (b.standing?.rung ?? 0) - (a.standing?.rung ?? 0) ||
  b.missedSittings - a.missedSittings ||
  b.taskCount - a.taskCount;

function Lines({ lines }: { lines: readonly ReportingLineView[] }) {
  const phone = usePhone();
  const [onlyTrouble, setOnlyTrouble] = useState(false);
  const shown = (onlyTrouble ? lines.filter(inTrouble) : lines).toSorted(byStanding);
  return (
    <section className="panel">
      <div className="line-filter">
        <Checkbox checked={onlyTrouble} onChange={(event) => setOnlyTrouble(event.target.checked)}>
          {linesText.onlyTrouble} <b>{lines.filter(inTrouble).length}</b>
        </Checkbox>
      </div>
      {shown.length === 0 ? (
        <EmptyNote title={linesText.noTrouble} />
      ) : phone ? (
        <LineCards lines={shown} />
      ) : (
        <LineTable lines={shown} />
      )}
    </section>
  );
}

/** How every unit stands with its reporting. */
export function LinesPage() {
  const lines = useQuery(linesQuery);
  return (
    <>
      <div className="page-head">
        <PageTitle title={linesText.title} />
        <span className="soft">{linesText.hint}</span>
        <div className="page-actions">
          <ExportButton list="reportingLines" />
        </div>
      </div>
      <Answer query={lines}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNote title={linesText.none} hint={linesText.noneHint} />
          ) : (
            <Lines lines={items} />
          )
        }
      </Answer>
    </>
  );
}
