import type { RunningTaskRow } from '#persistence';
import type { AmendableField, AmendmentEntry } from '#plan';
import type { RevisedTask } from './revised-text.js';

/**
 * What approval does with the running task, in words for who decides.
 *
 * @param heirs codes of the tasks that it was split or merged into
 */
export function effectWords(
  entry: AmendmentEntry,
  row: RunningTaskRow | undefined,
  revised: RevisedTask | undefined,
  heirs: readonly string[],
): string {
  const left =
    heirs.length === 0 ? '' : `；该任务已拆分或合并，后续任务 ${heirs.join('、')} 请在任务页另行办理`;
  return `${wordsOf(entry, row, revised)}${left}`;
}

function wordsOf(
  entry: AmendmentEntry,
  row: RunningTaskRow | undefined,
  revised: RevisedTask | undefined,
): string {
  switch (entry.kind) {
    case 'unchanged':
      return isOver(row)
        ? '任务已办结或撤销，不重新启动；只更新在新文本中的位置'
        : '任务不变，只更新在新文本中的位置';
    case 'added':
      return revised && namesOf(revised.lead).length > 0
        ? `列为新任务并下发，由${namesOf(revised.lead).join('、')}签收`
        : '列为新任务；原文未写明牵头单位，待指定后下发';
    case 'removed':
      return removalWords(row);
    case 'changed':
      return isOver(row)
        ? '任务已办结或撤销，不重新启动；只更新任务文字和位置'
        : changeWords(entry, row, revised).join('；');
  }
}

function removalWords(row: RunningTaskRow | undefined): string {
  if (row?.state === 'closed') return '任务已销号，保留在案，不再撤销';
  if (row?.state === 'withdrawn') return '任务已经撤销，只从方案文本中去除';
  return NOT_DISPATCHED.has(row?.state ?? '')
    ? '撤销该任务（尚未下发）'
    : '撤销该任务，不再要求填报；已报内容和办理记录保留';
}

function changeWords(
  { changes, before, after }: AmendmentEntry,
  row: RunningTaskRow | undefined,
  revised: RevisedTask | undefined,
): string[] {
  const fields = new Set<AmendableField>(changes.map(({ field }) => field));
  const words: string[] = [];
  if (fields.has('lead')) words.push(...leadWords(row, revised));
  if (fields.has('deadline') && after) {
    words.push(
      row && before && row.deadline_on !== before.deadline.on
        ? '完成时限按新文本执行（此前准予的延期不再适用），重新计时'
        : '完成时限按新文本执行，重新计时',
    );
  }
  if (fields.has('indicators')) words.push('指标按新文本考核，已报读数保留');
  if (fields.has('support')) words.push('责任（配合）单位按新文本调整');
  if (fields.has('action')) words.push('改由所属行动的专班办公室审核');
  if (fields.has('title') || fields.has('text')) words.push('更新任务文字');
  return words.length === 0 ? ['更新任务在新文本中的位置'] : words;
}

function leadWords(row: RunningTaskRow | undefined, revised: RevisedTask | undefined): string[] {
  const now = new Map(row?.leads.map(({ unitId, name }) => [unitId, name]));
  const next = new Map(
    revised?.lead.flatMap(({ unitId, name }) => (unitId === null ? [] : [[unitId, name]])),
  );
  if (next.size === 0)
    return [
      now.size === 0 ? '仍待指定牵头单位' : `新文本未写明牵头单位，仍由${[...now.values()].join('、')}牵头`,
    ];
  const joining = [...next].filter(([id]) => !now.has(id)).map(([, name]) => name);
  const leaving = [...now].filter(([id]) => !next.has(id)).map(([, name]) => name);
  return [
    ...(joining.length > 0 ? [`${joining.join('、')}签收后牵头，自签收起填报，不补报以前各期`] : []),
    ...(leaving.length > 0 ? [`${leaving.join('、')}不再牵头，未报各期免报`] : []),
    ...(joining.length + leaving.length === 0 ? ['牵头单位已是新文本所列单位，不变'] : []),
  ];
}

/** The task's life is over, and an amendment does not begin it again. */
export const isOver = (row: { state: string } | undefined): boolean =>
  row?.state === 'closed' || row?.state === 'withdrawn';

const NOT_DISPATCHED = new Set(['drafted', 'confirmed']);

const namesOf = (units: readonly { name: string }[]): string[] => [...new Set(units.map(({ name }) => name))];
