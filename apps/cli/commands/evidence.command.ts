import type { Command } from 'commander';
import type { EraseOptions } from '../evidence/erase-evidence.js';
import { DATA, JSON_ONLY, JURISDICTION, say, STOP_FIRST, type Common } from './common-options.js';
import type { Done } from './done.js';

export function evidenceCommand(program: Command, done: Done): void {
  const evidence = program.command('evidence').description('佐证材料的存放');
  evidence
    .command('erase')
    .argument('<编号>', '佐证材料的编号')
    .requiredOption('--reason <依据>', '依据的法律和申请')
    .requiredOption('--by <账号>', '决定的人（督查室、指挥部办公室）')
    .requiredOption('--confirmed-by <账号>', '复核的另一人（督查室、指挥部办公室、审计）')
    .description('依法删除一份佐证材料：内容和名称删除，散列值和事实留痕；相同内容的各处一并删除')
    .option(...JURISDICTION)
    .option(...DATA)
    .option(...JSON_ONLY)
    .addHelpText(
      'after',
      `${STOP_FIRST}\n\n示例：\n  npx luoshi evidence erase 3f0c… --reason 个人信息保护法第四十七条 --by duban --confirmed-by shenji`,
    )
    .action(async (id: string, options: EraseOptions & Common) => {
      const { eraseFile } = await import('../evidence/erase-evidence.js');
      const done = await eraseFile(id, options);
      say(
        options,
        done,
        `已依法删除 ${done.sha256}，共 ${String(done.uses)} 处，已留痕。此前的备份中仍有，请让其到期清除。`,
      );
    });
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
