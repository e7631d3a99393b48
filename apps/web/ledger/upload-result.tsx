import { LEDGER_OUTCOMES, type LedgerOutcome, type LedgerRow, type LedgerUpload } from '#contract';
import { Alert, Button, Tag } from 'antd';
import { wordInLanguage } from '../texts/in-language.js';
import { ledgerText, marks } from '../texts/zh.js';

const COLOURS: Record<LedgerOutcome, string> = {
  ...{ file: 'blue', filed: 'green', sent: 'gold', untouched: 'default', same: 'default' },
  ...{ error: 'red', conflict: 'orange', closed: 'orange', refused: 'orange' },
};
/** What asks for something comes first; what was left empty is only counted. */
const ORDER: readonly LedgerOutcome[] = [
  'error',
  'conflict',
  'closed',
  'refused',
  'file',
  'filed',
  'sent',
  'same',
];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What became of a workbook, or would become of it: in a sentence, and row by row. */
export function UploadResult({ shown }: { shown: LedgerUpload }) {
  const counts = Object.entries(LEDGER_OUTCOMES).flatMap(([outcome, label]): [string, number][] => {
    const count = shown.counts[outcome] ?? 0;
    return count === 0 ? [] : [[wordInLanguage(label), count]];
  });
  const rows = ORDER.flatMap((outcome) => shown.rows.filter((row) => row.outcome === outcome));
  const { untouched = 0 } = shown.counts;
  return (
    <div className="ledger-result" data-testid="ledger-result">
      <Alert
        type={shown.dryRun ? 'info' : 'success'}
        showIcon
        title={
          shown.dryRun
            ? ledgerText.tried
            : ledgerText.done((shown.counts['filed'] ?? 0) + (shown.counts['sent'] ?? 0))
        }
        description={ledgerText.summary(counts)}
      />
      {shown.missingColumns.length === 0 ? null : (
        <Alert type="warning" title={ledgerText.missingColumns(shown.missingColumns.join(marks.list))} />
      )}
      {shown.sittings.map((sitting) => (
        <p key={sitting.id} className="soft small">
          {packageText(sitting, shown.dryRun)}
        </p>
      ))}
      <Marked shown={shown} />
      <div className="ledger-rows" role="table" data-testid="ledger-rows">
        <div className="ledger-row ledger-heads" role="row">
          <span role="columnheader">{ledgerText.place}</span>
          <span role="columnheader">{ledgerText.task}</span>
          <span role="columnheader">{ledgerText.result}</span>
          <span role="columnheader">{ledgerText.what}</span>
        </div>
        {rows.map((row) => (
          <Row key={`${row.sheet}/${row.row}`} row={row} />
        ))}
      </div>
      {untouched === 0 ? null : <p className="soft small">{ledgerText.untouched(untouched)}</p>}
      {shown.strays.length === 0 ? null : (
        <div className="small">
          {ledgerText.strays}
          <ul>
            {shown.strays.map(({ sheet, row, text }) => (
              <li key={`${sheet}/${row}`}>
                {ledgerText.row(row)}
                {marks.colon}
                {text}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function packageText(
  { unit, periodLabel, stillOwed, signOff }: LedgerUpload['sittings'][number],
  dryRun: boolean,
) {
  if (signOff) return ledgerText.toHead(unit, periodLabel);
  if (stillOwed > 0) return ledgerText.stillOwed(unit, periodLabel, stillOwed);
  return dryRun ? ledgerText.completeAfter(unit, periodLabel) : ledgerText.complete(unit, periodLabel);
}

function Marked({ shown: { marked } }: { shown: LedgerUpload }) {
  if (marked === null) return null;
  return (
    <div className="ledger-marked">
      <Button size="small" onClick={() => save(marked)} data-testid="ledger-marked">
        {ledgerText.marked}
      </Button>
      <span className="soft small">{ledgerText.markedHint}</span>
    </div>
  );
}

/** It came with the answer: the browser is given it as a file. */
function save({ fileName, content }: NonNullable<LedgerUpload['marked']>): void {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: XLSX }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function Row({ row }: { row: LedgerRow }) {
  const told = [...row.faults, ...row.remarks];
  return (
    <div className="ledger-row" role="row">
      <span className="soft small number" role="cell">
        {ledgerText.row(row.row)}
      </span>
      <span role="cell">
        <span className="number">{row.code}</span> {row.title}
      </span>
      <span role="cell">
        <Tag color={COLOURS[row.outcome]}>{row.outcomeLabel}</Tag>
        {row.late ? <span className="late small">{ledgerText.late}</span> : null}
      </span>
      <span role="cell" className="small">
        {told.length === 0 && row.progress !== null ? ledgerText.progress(row.progress) : null}
        {told.map(({ cell, column, message }, at) => (
          <span key={at} className="ledger-said">
            {cell === null ? null : (
              <b className="number">
                {cell} {column}
                {marks.colon}
              </b>
            )}
            {message}
          </span>
        ))}
      </span>
    </div>
  );
}
