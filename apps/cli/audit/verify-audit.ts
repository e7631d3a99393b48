import { verifyChains, type BrokenChain, type ChainReport } from '#persistence';
import { jurisdictionsOf } from '../system/jurisdictions-of.js';
import { withRecord } from '../system/with-record.js';
import { progress } from '../terminal/progress.js';

/** Progress is told at most so often, ms. */
const TELL_EVERY_MS = 1_000;

/** Follows every chain of every jurisdiction, each as of one moment. */
export function verifyAudit(options: { data?: string }): Promise<ChainReport> {
  return withRecord(options, async (engine) => {
    const whole: ChainReport = { checked: 0, subjects: 0, broken: [] };
    for (const { id, name } of await jurisdictionsOf(engine)) {
      progress(`核验 ${name}（${id}）`);
      let told = performance.now();
      const report = await engine.context.database.transaction(
        { jurisdictionId: id },
        (tx) =>
          verifyChains(tx, (checked) => {
            if (performance.now() - told < TELL_EVERY_MS) return;
            told = performance.now();
            progress(`  已核验 ${checked} 条记录`);
          }),
        { isolation: 'repeatable read', readOnly: true },
      );
      whole.checked += report.checked;
      whole.subjects += report.subjects;
      whole.broken.push(...report.broken);
    }
    return whole;
  });
}

const TAMPERING: Record<BrokenChain['tampering'], string> = {
  changed: '内容被改动',
  removed: '有记录被删除',
  inserted: '有记录被插入',
  reordered: '记录顺序被调换',
  headMismatch: '末尾与事项所记不符',
};

export function auditText({ checked, subjects, broken }: ChainReport): string {
  const counted = `共核验 ${subjects} 个事项、${checked} 条记录`;
  if (broken.length === 0) return `${counted}，全部完好。\n`;
  const lines = broken.map(
    ({ jurisdictionId, subjectKind, subjectId, seq, tampering }) =>
      `  ${jurisdictionId} ${subjectKind} ${subjectId} 第 ${seq} 条：${TAMPERING[tampering]}`,
  );
  return `${counted}，${broken.length} 个事项的记录链不完好：\n${lines.join('\n')}\n请保全现场，从备份比对。\n`;
}
