import type { ReadSheet, SheetModel } from '#documents';
import type { LedgerIdentity } from './fill-in.js';

const NAME = '落实标识';
const FORMAT = 'luoshi.ledger/1';
const SINGLE = [
  'installation',
  'jurisdictionId',
  'planId',
  'planTitle',
  'period',
  'periodLabel',
  'scope',
  'madeAt',
] as const;

/** What the signature is over: everything that decides where a row goes, and what it was made from. */
export const signedText = ({
  installation,
  jurisdictionId,
  planId,
  period,
  scope,
  madeAt,
  rows,
}: LedgerIdentity): string =>
  JSON.stringify([
    FORMAT,
    ...[installation, jurisdictionId, planId, period, scope, madeAt],
    rows.map(({ obligationId, revision }) => [obligationId, revision]),
  ]);

/** The sheet that is not shown: where the workbook comes from, and what each of its rows was made from. */
export function identitySheet(identity: LedgerIdentity, signature: string): SheetModel {
  return {
    name: NAME,
    title: '本表供上传时核对，请勿删改。',
    columns: ['项', '值', '版本', '任务编号', '单位', '报告期'].map((header) => ({
      header,
      width: 20,
      wrap: false,
    })),
    rows: [
      ['format', FORMAT],
      ...SINGLE.map((name) => [name, identity[name]]),
      ['signature', signature],
      ...identity.rows.map(({ obligationId, revision, code, unit, period }) => [
        'row',
        obligationId,
        revision,
        code,
        unit,
        period,
      ]),
    ],
    filters: false,
    hidden: true,
    locked: true,
  };
}

export type ReadIdentity =
  { found: true; identity: LedgerIdentity; signature: string } | { found: false; otherFormat: boolean };

/** What a workbook says of itself. */
export function readIdentity(sheets: readonly ReadSheet[]): ReadIdentity {
  for (const { rows } of sheets) {
    const lines = rows.map(({ cells }) => {
      const line: string[] = [];
      for (const { column, text } of cells) if (column < 6) line[column] = text.trim();
      return Array.from({ length: 6 }, (_, at) => line[at] ?? '');
    });
    const value = (name: string): string => lines.find(([first]) => first === name)?.[1] ?? '';
    const format = value('format');
    if (!format.startsWith('luoshi.ledger/')) continue;
    if (format !== FORMAT) return { found: false, otherFormat: true };
    const [installation, jurisdictionId, planId, planTitle, period, periodLabel, scope, madeAt] = SINGLE.map(
      (name) => value(name),
    ) as [string, string, string, string, string, string, string, string];
    const owed = lines
      .filter(([first]) => first === 'row')
      .map(([, obligationId = '', revision, code = '', unit = '', of = '']) => ({
        obligationId,
        revision: Number(revision),
        ...{ code, unit, period: of },
      }));
    return {
      found: true,
      identity: {
        ...{ installation, jurisdictionId, planId, planTitle, period, periodLabel, scope, madeAt },
        rows: owed,
      },
      signature: value('signature'),
    };
  }
  return { found: false, otherFormat: false };
}
