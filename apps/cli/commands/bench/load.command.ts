import { InvalidArgumentError, type Command } from 'commander';
import { parseCount } from './parse-count.js';

interface Options {
  people?: number;
  seconds?: number;
  think?: number;
  json?: boolean;
}

export function loadCommand(bench: Command): void {
  bench
    .command('load')
    .description('许多人同时办理：填报、审核、退回、查阅，走真实的网页服务；事后逐条核对有没有丢失或覆盖')
    .option('--people <人数>', '同时办理的人数（默认 200）', parseCount)
    .option('--seconds <秒数>', '持续多久（默认 600）', parseCount)
    .option('--think <秒数>', '每人两次办理之间平均间隔（默认 3）', parseSeconds)
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi bench load\n  npx luoshi bench load --people 50 --seconds 60 --json',
    )
    .action(async ({ people = 200, seconds = 600, think = 3, json }: Options) => {
      const [{ runLoad }, { loadText }] = await Promise.all([
        import('../../load/run-load.js'),
        import('../../load/load-text.js'),
      ]);
      const report = await runLoad({ people, seconds, thinkSeconds: think });
      process.stdout.write(json === true ? `${JSON.stringify(report, null, 2)}\n` : loadText(report));
      const { lost, overwritten, untold } = report.judgement;
      if (lost.length + overwritten.length + untold.length + report.errors.length > 0) process.exitCode = 1;
    });
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds >= 0 && seconds <= 600)) throw new InvalidArgumentError('应为 0 到 600 之间的秒数。');
  return seconds;
}
