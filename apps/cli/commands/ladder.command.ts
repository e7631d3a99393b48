import type { Command } from 'commander';
import { type Common, onRecord, say } from './common-options.js';
import { parseDate } from './parse-date.js';

export function ladderCommand(program: Command): void {
  const ladder = program.command('ladder').description('督办阶梯：查看、整条暂停、恢复');

  onRecord(ladder, 'list', '列出现行规则的各个阶梯，以及暂停的情况', '  npx luoshi ladder list').action(
    async (options: Common) => {
      const { laddersText, listLadders } = await import('../ladder/ladders-of-record.js');
      const listed = await listLadders(options);
      say(options, listed, laddersText(listed));
    },
  );

  onRecord(
    ladder,
    'pause',
    '暂停一个阶梯：不再升级，恢复后各级间隔不变；告知督查室，到期自动恢复',
    '  npx luoshi ladder pause reporting --reason 防汛抢险 --until 2026-07-20 --by duban',
  )
    .argument('<阶梯>', '阶梯名称，见 ladder list')
    .requiredOption('--reason <理由>', '为何暂停')
    .requiredOption('--by <登录名>', '由谁决定；须在现行规则 ladderPauses.by 所列的岗位上')
    .option('--until <日期>', '暂停的最后一天（默认按现行规则最长的期限）', parseDate)
    .action(async (name: string, options: Common & { reason: string; by: string; until?: string }) => {
      const { pause } = await import('../ladder/ladders-of-record.js');
      const done = await pause(name, options);
      say(options, done, `“${done.label}”已暂停，至 ${done.until} 止。`);
    });

  onRecord(ladder, 'resume', '提前恢复一个阶梯', '  npx luoshi ladder resume reporting --by duban')
    .argument('<阶梯>', '阶梯名称，见 ladder list')
    .requiredOption('--by <登录名>', '由谁决定')
    .action(async (name: string, options: Common & { by: string }) => {
      const { resume } = await import('../ladder/ladders-of-record.js');
      const done = await resume(name, options);
      say(options, done, `“${done.label}”已恢复。`);
    });
}
