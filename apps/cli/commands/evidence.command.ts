import type { Command } from 'commander';
import { DATA, JSON_ONLY, say, STOP_FIRST, type Common } from './common-options.js';
import type { Done } from './done.js';

export function evidenceCommand(program: Command, done: Done): void {
  const evidence = program.command('evidence').description('佐证材料的存放');
  evidence
    .command('check')
    .description('逐个核对佐证材料的内容，并找出没有登记的文件；发现缺失或被改动时退出码为 1')
    .option('--remove-orphans', '删除没有登记的文件（上传中断留下的）')
    .option(...DATA)
    .option(...JSON_ONLY)
    .addHelpText(
      'after',
      `${STOP_FIRST}\n\n示例：\n  npx luoshi evidence check\n  npx luoshi evidence check --remove-orphans`,
    )
    .action(async ({ removeOrphans = false, ...options }: Common & { removeOrphans?: boolean }) => {
      const { checkEvidence } = await import('../evidence/check-evidence.js');
      const found = await checkEvidence(options, removeOrphans);
      const list = (words: string, keys: string[]): string[] =>
        keys.length === 0 ? [] : [`${words}：`, ...keys.map((key) => `  ${key}`)];
      say(
        options,
        found,
        [
          `核对 ${found.checked} 个文件（${found.place}）。`,
          ...list('缺失', found.missing),
          ...list('内容被改动', found.changed),
          ...list(removeOrphans ? '没有登记，已删除' : '没有登记', found.orphans),
        ].join('\n'),
      );
      done(found.missing.length + found.changed.length === 0 ? 0 : 1);
    });
}
