import { chineseDate, chineseDateTime } from '#calendar';
import { writeWorkbook, type CellModel, type ColumnModel, type SheetModel } from '#documents';
import type { ObjectionRead } from '#persistence';
import { BONUS_LINE, type ScoreLine } from '#scoring';
import { stateLabel } from './at-assessment.js';
import { periodOfKey } from './open-assessment.js';
import { adjustmentsOf, linesOfRow } from './reckoned.js';
import type { WholeAssessment } from './read-assessment.js';

const points = (header: string): ColumnModel => ({ header, width: 10, format: '0.00', align: 'center' });
const word = (header: string, width: number): ColumnModel => ({ header, width });

const STATES: Readonly<Record<ObjectionRead['state'], string>> = {
  open: '待裁定',
  upheld: '成立',
  rejected: '未获支持',
};

/** An assessment as a workbook: places and totals, every line of every unit, every objection with its decision. */
export const assessmentWorkbook = (whole: WholeAssessment): Promise<Uint8Array> =>
  writeWorkbook(sheetsOf(whole), { date: whole.assessment.asOf.slice(0, 10) });

export function sheetsOf({ assessment, scores, objections }: WholeAssessment): SheetModel[] {
  const label = periodOfKey(assessment.period)?.label ?? assessment.period;
  const title = `${label}考核结果${assessment.state === 'final' ? '' : `（${stateLabel(assessment.state)}）`}`;
  const subtitle = `${chineseDate(assessment.fromOn)}至${chineseDate(assessment.toOn)}\u3000数据截至${chineseDateTime(assessment.asOf)}\u3000${assessment.schemeLabel}（第${assessment.schemeVersion}版）`;
  const notes = [
    `公示时的校验值：${assessment.previewHash}`,
    ...(assessment.finalHash === null ? [] : [`确定结果的校验值：${assessment.finalHash}`]),
  ];
  const labels = new Map(scores.flatMap((row) => linesOfRow(row).map(({ id, label: of }) => [id, of])));
  const added = (unitId: string, line?: string): number =>
    adjustmentsOf(objections, unitId)
      .filter((one) => line === undefined || one.line === line)
      .reduce((all, one) => all + one.points, 0);
  return [
    {
      name: '名次',
      ...{ title, subtitle, notes },
      columns: [
        word('组', 16),
        { header: '名次', width: 8, format: '0', align: 'center' },
        word('单位', 24),
        points('公示得分'),
        points('异议调整'),
        points('得分'),
        word('说明', 20),
      ],
      rows: scores.map((row): CellModel[] => [
        row.groupLabel,
        row.rank,
        row.name,
        row.previewTotal,
        added(row.unitId),
        row.total,
        row.own ? '绩效办所在单位，不排名' : row.ranked ? '' : '不排名',
      ]),
      frozenColumns: 3,
    },
    {
      name: '各项得分',
      title: `${title}：各项得分`,
      subtitle,
      columns: [
        word('组', 16),
        word('单位', 24),
        word('部分', 14),
        word('项目', 20),
        points('满分'),
        points('记录得分'),
        points('异议调整'),
        points('得分'),
        word('依据', 22),
      ],
      rows: scores.flatMap((row) =>
        linesOfRow(row).map((line): CellModel[] => [
          row.groupLabel,
          row.name,
          sectionOf(line),
          line.label,
          line.marks,
          line.points,
          added(row.unitId, line.id),
          line.points + added(row.unitId, line.id),
          groundsOf(line),
        ]),
      ),
      frozenColumns: 2,
    },
    {
      name: '异议',
      title: `${title}：异议及裁定`,
      subtitle,
      columns: [
        word('单位', 24),
        word('项目', 18),
        word('异议', 36),
        word('佐证', 28),
        word('提出时间', 20),
        word('裁定', 10),
        points('调整'),
        word('理由', 36),
        word('裁定时间', 20),
      ],
      rows: objections.map((one): CellModel[] => [
        one.unitName,
        labels.get(one.line) ?? one.line,
        one.statement,
        one.evidence.join('；'),
        chineseDateTime(one.filedAt),
        STATES[one.state],
        one.adjustment,
        one.reason ?? '',
        one.decidedAt === null ? '' : chineseDateTime(one.decidedAt),
      ]),
      notes: objections.length === 0 ? ['没有单位提出异议。'] : [],
    },
  ];
}

const sectionOf = ({ kind, section, id }: ScoreLine): string =>
  section ?? (kind === 'deduction' ? '扣分' : id === BONUS_LINE ? '加分' : '');

const groundsOf = ({ share, nothing, grounds }: ScoreLine): string =>
  share !== null
    ? `${share.met}/${share.of}`
    : nothing !== null
      ? '没有可计事项'
      : grounds === 0
        ? ''
        : `${grounds}项`;

/** The same as data: every line, adjustment and objection, with the hashes. */
export const assessmentJson = ({ assessment, scores, objections }: WholeAssessment): object => ({
  schema: 'luoshi.assessment/1',
  plan: { code: assessment.planCode, title: assessment.planTitle },
  period: assessment.period,
  edition: assessment.edition,
  state: assessment.state,
  from: assessment.fromOn,
  to: assessment.toOn,
  asOf: assessment.asOf,
  scheme: { id: assessment.schemeId, version: assessment.schemeVersion, label: assessment.schemeLabel },
  previewHash: assessment.previewHash,
  finalHash: assessment.finalHash,
  units: scores.map((row) => ({
    id: row.unitId,
    name: row.name,
    group: row.groupLabel,
    rank: row.rank,
    previewTotal: row.previewTotal,
    total: row.total,
    lines: linesOfRow(row),
    adjustments: adjustmentsOf(objections, row.unitId),
  })),
  objections: objections.map((one) => ({
    id: one.id,
    unit: one.unitName,
    line: one.line,
    ground: one.ground,
    statement: one.statement,
    evidence: one.evidence,
    filedAt: one.filedAt,
    state: one.state,
    adjustment: one.adjustment,
    reason: one.reason,
    decidedAt: one.decidedAt,
  })),
});
