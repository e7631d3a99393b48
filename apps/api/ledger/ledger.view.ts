import { LEDGER_OUTCOMES, type LedgerRow, type LedgerUpload } from '#contract';
import { compareInstants, type Instant } from '#calendar';
import { cellName } from '#documents';
import type { TakenWorkbook } from '#engine';
import { headerOf } from '#products';

type Judged = TakenWorkbook['rows'][number];

/** What became of a workbook, row by row. `marked`: the rows that were not filed, as a workbook. */
export function ledgerUpload(
  taken: TakenWorkbook,
  dryRun: boolean,
  now: Instant,
  marked: Uint8Array | null,
): LedgerUpload {
  const { identity, strays, missing, sittings } = taken;
  const toHead = new Set(sittings.filter(({ signOff }) => signOff).map(({ id }) => id));
  const rows = taken.rows.map((row) => ledgerRow(row, identity.rows, dryRun, toHead));
  const counts: Record<string, number> = {};
  for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return {
    dryRun,
    planTitle: identity.planTitle,
    periodLabel: identity.periodLabel,
    counts,
    rows,
    strays: strays.map(({ sheet, row, texts }) => ({ sheet, row, text: texts.join(' ').slice(0, 200) })),
    missingColumns: missing,
    sittings: sittings.map((sitting) => ({ ...sitting, late: compareInstants(sitting.dueAt, now) < 0 })),
    marked:
      marked === null
        ? null
        : {
            fileName: `待处理-${identity.periodLabel}.xlsx`,
            content: Buffer.from(marked).toString('base64'),
          },
  };
}

function ledgerRow(
  { typed, item, outcome, report, faults, remarks, late }: Judged,
  owed: TakenWorkbook['identity']['rows'],
  dryRun: boolean,
  toHead: ReadonlySet<string>,
): LedgerRow {
  const made = owed.find(({ obligationId }) => obligationId === typed.obligationId);
  const said = ({ field, message }: Judged['faults'][number]): LedgerRow['faults'][number] => {
    const column = field === null ? undefined : typed.columns.get(field);
    return {
      cell: column === undefined ? null : cellName(typed.row, column),
      column: field === null ? null : headerOf(field),
      message,
    };
  };
  const done = item !== null && toHead.has(item.sittingId) ? 'sent' : 'filed';
  const became = outcome === 'file' && !dryRun ? done : outcome;
  return {
    sheet: typed.sheet,
    row: typed.row,
    code: item?.task.code ?? made?.code ?? '',
    title: item?.task.title ?? '',
    unit: item?.unit.name ?? made?.unit ?? '',
    periodLabel: item?.period.label ?? made?.period ?? '',
    outcome: became,
    outcomeLabel: LEDGER_OUTCOMES[became],
    late,
    progress: report?.progress ?? null,
    faults: faults.map(said),
    remarks: remarks.map(said),
  };
}
