import { readDataFile } from '#data-file';
import { drawRecordSchema, repeatDraw, type DrawRecord, type Repeated } from '#truth';
import { CliError } from '../cli-error.js';
import { readGivenFile } from '../plan/read-file.js';
import { table } from '../terminal/table.js';

export type RepeatedFile = Repeated & { record: DrawRecord };

const HASH = /^[0-9a-f]{64}$/iu;

/** Repeats an exported draw. @throws CliError FILE_UNREADABLE, FILE_INVALID */
export async function repeatFile(file: string, commitment?: string): Promise<RepeatedFile> {
  if (commitment !== undefined && !HASH.test(commitment))
    throw new CliError('FILE_INVALID', '--commitment 应为 64 位十六进制数，请照公布时的原样填写。');
  const text = Buffer.from(await readGivenFile(file)).toString('utf8');
  const read = readDataFile(drawRecordSchema, text);
  if (!read.ok) {
    const told = read.problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`);
    throw new CliError('FILE_INVALID', `这不是一份完整的抽查记录，没有重抽：\n${told.join('\n')}`);
  }
  return { ...repeatDraw(read.value, commitment), record: read.value };
}

const BECAUSE = { rule: '按规则必查', lot: '抽签' } as const;

export function repeatText(repeated: RepeatedFile): string {
  const { record } = repeated;
  const { plan, population, drawn, commitment, seed } = record;
  const head = [
    `抽查 ${record.id} ${plan.title}`,
    `承诺值 ${commitment.hash}（${commitment.at}）`,
    `名单 ${population.entries.length} 项，${population.frozenAt} 冻结；${seed.at} 抽签`,
  ];
  if (!repeated.equal) {
    const { where, recorded, repeated: again, says } = repeated.first;
    return [
      ...head,
      '',
      `不一致：${says}。`,
      `第一处不同在 ${where}：`,
      `  记录 ${recorded}`,
      `  重抽 ${again}`,
      '这份记录被改动过，或不是由这次抽查产生的。',
      '',
    ].join('\n');
  }
  const byKey = new Map(population.entries.map((entry) => [entry.key, entry]));
  const rows = drawn.map(({ order, key, because }) => {
    const entry = byKey.get(key);
    return [
      String(order),
      key,
      entry?.title ?? '',
      entry?.unit ?? '',
      String(entry?.lots ?? ''),
      BECAUSE[because],
    ];
  });
  return [
    ...head,
    '',
    table(['序', '事项', '任务', '单位', '签数', '缘由'], rows),
    '',
    '重抽结果与记录一致。',
    '',
  ].join('\n');
}
