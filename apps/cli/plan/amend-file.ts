import { previewAmendment, type PreviewedAmendment } from '#engine';
import { extractDocument } from '#plan';
import { CliError } from '../cli-error.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { withRecord } from '../system/with-record.js';
import { progress } from '../terminal/progress.js';
import { table } from '../terminal/table.js';
import { readGivenFile } from './read-file.js';

/**
 * What a revised text would change of a plan that is running, as it is read and nobody has corrected it: a table, or
 * JSON. Changes nothing. @throws CliError REFUSED, DocumentRefused
 */
export async function amendFile(
  file: string,
  options: { plan: string; json?: boolean; data?: string; jurisdiction?: string },
): Promise<string> {
  const bytes = await readGivenFile(file);
  progress(`读取 ${file}`);
  const extraction = await extractDocument(bytes);
  if (extraction.tasks.length === 0)
    throw new CliError('FILE_INVALID', `${file} 中没有识别出任务。请先用 plan extract 查看识别结果。`);
  return withRecord(options, async (engine) => {
    const { id: jurisdictionId } = await oneJurisdiction(engine, options.jurisdiction);
    const { database, clock } = engine.context;
    const outcome = await database.transaction(
      { jurisdictionId },
      (tx) => previewAmendment(tx, options.plan, extraction, clock.now()),
      { readOnly: true },
    );
    if (!outcome.ok) throw new CliError('REFUSED', outcome.rejection.message);
    return options.json === true ? jsonOf(outcome.value) : tableOf(outcome.value);
  });
}

const KINDS = { added: '新增', removed: '删除', changed: '修改', unchanged: '未变' } as const;
const FIELDS = {
  title: '标题',
  text: '内容',
  lead: '牵头',
  support: '责任（配合）',
  deadline: '时限',
  indicators: '指标',
  action: '行动',
  number: '序号',
} as const;
/** Cells that a terminal still shows on one line with the others. */
const LONGEST = 40;

function tableOf({ planTitle, items, unknownUnits }: PreviewedAmendment): string {
  const count = (kind: keyof typeof KINDS): number => items.filter(({ entry }) => entry.kind === kind).length;
  const rows = items
    .filter(({ entry }) => entry.kind !== 'unchanged')
    .flatMap(({ entry, row, revised }) => {
      const head = [KINDS[entry.kind], row?.code ?? '', cut(revised?.title ?? row?.title ?? '')];
      const changes = entry.changes.map(({ field, before, after }) => [
        FIELDS[field],
        cut(before),
        cut(after),
      ]);
      const [first = ['', '', cut(entry.hint ?? '')], ...others] = changes;
      return [[...head, ...first], ...others.map((change) => ['', '', '', ...change])];
    });
  const lines = [
    `与正在执行的方案《${planTitle}》对照：${Object.entries(KINDS)
      .map(([kind, label]) => `${label} ${count(kind as keyof typeof KINDS)} 项`)
      .join('，')}。`,
    ...(rows.length === 0 ? [] : [table(['', '编号', '任务', '', '原文本', '修订文本'], rows)]),
    ...(unknownUnits.length === 0 ? [] : [`单位名录中没有：${unknownUnits.join('、')}`]),
    '没有改动任何数据。要修订方案，请在网页上传修订文本，校核后逐项审定、下发。',
  ];
  return `${lines.join('\n')}\n`;
}

const cut = (text: string): string => {
  const characters = Array.from(text.replace(/\s+/g, ' '));
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`;
};

function jsonOf({ planId, planTitle, items, unknownUnits }: PreviewedAmendment): string {
  const shown = items.map(({ entry, row, revised, effect }) => ({
    kind: entry.kind,
    code: row?.code ?? null,
    revisedCode: revised?.code ?? null,
    title: revised?.title ?? row?.title ?? '',
    similarity: entry.similarity,
    matchedBy: entry.matchedBy,
    changes: entry.changes,
    effect,
    hint: entry.hint,
  }));
  return `${JSON.stringify({ planId, planTitle, items: shown, unknownUnits }, null, 2)}\n`;
}
