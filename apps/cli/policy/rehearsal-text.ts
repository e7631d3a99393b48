import type { LadderTrigger } from '#accountability';
import { chineseDateTime } from '#calendar';
import { matterName } from '#engine';
import { pairOf, type Change, type Rehearsal, type RungChange } from '#rehearsal';
import { table } from '../terminal/table.js';

/** A rehearsal with the names that people know its ids by. */
export interface NamedRehearsal {
  rehearsal: Rehearsal;
  unitNames: Map<string, string>;
  taskCodes: Map<string, string>;
}

const CHANGE_LABELS: Record<Change, string> = {
  same: '不变',
  sooner: '提前',
  later: '推后',
  gone: '不再有',
  additional: '新增',
  otherwise: '办法不同',
};

const matterLabel = (matter: LadderTrigger | 'report'): string =>
  matter === 'report' ? '逾期未报' : matterName(matter);

/** So many differences are listed in the terminal; all of them are in the JSON. */
const LISTED = 40;

/** What a rehearsal came to, for a terminal. */
export function rehearsalText({ rehearsal, unitNames, taskCodes }: NamedRehearsal): string {
  const nameOf = (unitId: string | null): string =>
    unitId === null ? '审核（督查）环节' : (unitNames.get(unitId) ?? unitId);
  const { policy, from, to, byUnit, totals, differences, changes } = rehearsal;
  const tones = rehearsal.tones.filter(({ id }) => {
    const { recorded, rehearsed } = pairOf(totals, id);
    return recorded + rehearsed > 0;
  });
  const pairs = (all: Rehearsal['totals']): string[] =>
    tones.map(({ id }) => `${pairOf(all, id).recorded} → ${pairOf(all, id).rehearsed}`);
  const rows = [
    ...byUnit.map((unit) => [nameOf(unit.unitId), ...pairs(unit.totals)]),
    ['合计', ...pairs(totals)],
  ];
  const counted = (['same', 'sooner', 'later', 'gone', 'additional', 'otherwise'] as const)
    .map((change) => `${CHANGE_LABELS[change]} ${changes[change]}`)
    .join('，');
  return [
    `政策预演：${policy.label}（${policy.id} 第 ${policy.version} 版），${from} 至 ${to}`,
    `按“自记录开始即施行该政策”推演；没有写入任何数据。`,
    '',
    tones.length === 0
      ? '这段时间没有提醒和亮牌，预演也没有。'
      : `各单位提醒和亮牌（实际 → 预演）：\n${table(['单位', ...tones.map(({ label }) => label)], rows)}`,
    '',
    `逐级比对：${counted}。`,
    ...(differences.length === 0 ? [] : [differenceTable(differences.slice(0, LISTED), nameOf, taskCodes)]),
    ...(differences.length > LISTED ? [`  ……另有 ${differences.length - LISTED} 处，见 --json。`] : []),
    ...notes(rehearsal),
    '',
  ].join('\n');
}

function differenceTable(
  differences: readonly RungChange[],
  nameOf: (unitId: string | null) => string,
  taskCodes: Map<string, string>,
): string {
  const at = (moment: RungChange['recorded']): string =>
    moment === null
      ? '—'
      : `${chineseDateTime(moment.reachedAt)}${moment.issuedAt === null ? '（未签发）' : moment.issuedAt === moment.reachedAt ? '' : `，${chineseDateTime(moment.issuedAt)}签发`}${moment.rescinded ? '（已撤销）' : ''}`;
  return table(
    ['变化', '单位', '事由', '任务', '级别', '实际', '预演'],
    differences.map(({ change, unitId, matter, taskIds, recorded, rehearsed }) => [
      CHANGE_LABELS[change],
      nameOf(unitId),
      matterLabel(matter),
      tasksText(taskIds.map((id) => taskCodes.get(id) ?? id)),
      (rehearsed ?? recorded)?.label ?? '',
      at(recorded),
      at(rehearsed),
    ]),
  );
}

const tasksText = (codes: readonly string[]): string =>
  codes.length > 2 ? `${codes.slice(0, 2).join('、')}等${codes.length}项` : codes.join('、');

/** What one must know to read the figures rightly. */
function notes({ supposed, unplaced, notReproduced, recordedUntil }: Rehearsal): string[] {
  const lost = Object.entries(unplaced).map(([type, count]) => `${type} ${count}`);
  return [
    ...(recordedUntil === null ? [] : [`说明：记录截至${chineseDateTime(recordedUntil)}，其后的不作推演。`]),
    ...(supposed > 0
      ? [
          `说明：有 ${supposed} 次同意或签发是推定的（记录中没有相应文书），按已有文书的惯常用时或政策时限计。`,
        ]
      : []),
    ...(lost.length > 0
      ? [`说明：有些已记录的办理在预演中没有对应的状态，未计入：${lost.join('，')}。`]
      : []),
    ...(notReproduced > 0
      ? [
          `注意：按当时的政策重新推演，也有 ${notReproduced} 处与记录不完全一致（例如记录出自旧版程序），上列差异中这一部分不是新政策造成的。`,
        ]
      : []),
  ];
}
