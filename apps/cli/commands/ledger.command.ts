import type { Command } from 'commander';
import type { GetLedgerOptions } from '../ledger/get-ledger.js';
import type { TakeLedgerOptions } from '../ledger/take-ledger.js';
import { type Common, onRecord, say } from './common-options.js';
import type { Done } from './done.js';

export function ledgerCommand(program: Command, done: Done): void {
  const ledger = program.command('ledger').description('台账：取出填报表，试读、提交填好的表');

  onRecord(
    ledger,
    'get',
    '取出台账（.xlsx）：月份为月台账，旬、周等为旬台账',
    '  npx luoshi ledger get --plan eight-actions --period "2024-05 上旬" --unit 区教育局 --as liaison-education\n  npx luoshi ledger get --plan eight-actions --period 2024-05 --action A1 --out 月台账.xlsx',
  )
    .requiredOption('--plan <代号>', '方案代号')
    .requiredOption('--period <报告期>', '如 2024-05、"2024-05 中旬"')
    .option('--action <代号>', '只取一个行动的')
    .option('--unit <名称>', '只取一个单位牵头的')
    .option('--as <账号>', '附上此人待填的填报表；不写则只供查看、打印')
    .option('--out <文件>', '写到哪个文件（默认用台账的名称）')
    .action(async (options: GetLedgerOptions) => {
      const { getLedger } = await import('../ledger/get-ledger.js');
      const got = await getLedger(options);
      say(options, got, `已写入 ${got.file}。`);
      done(0);
    });

  take(ledger, done, {
    name: 'check',
    description: '试读填好的台账，逐行说明会怎样；不改动任何数据',
    file: false,
  });
  take(ledger, done, {
    name: 'file',
    description: '提交填好的台账：没有问题的行作为填报提交，其余各行退回',
    file: true,
  });
}

function take(
  ledger: Command,
  done: Done,
  { name, description, file }: { name: string; description: string; file: boolean },
): void {
  onRecord(ledger, name, description, `  npx luoshi ledger ${name} 填好的表.xlsx --as liaison-education`)
    .argument('<文件>', '填好的台账（.xlsx）')
    .requiredOption('--as <账号>', '由谁填报：只能提交此人可以填报的行，记录上也是此人')
    .option('--marked <文件>', '有问题的行另存为哪个文件（提交时默认在原文件旁，名称加“-待处理”）')
    .addHelpText('after', '\n有行未能提交时退出码为 1。先用 ledger check 试读。')
    .action(async (workbook: string, options: TakeLedgerOptions & Common) => {
      const [{ takeLedger }, { takenText }] = await Promise.all([
        import('../ledger/take-ledger.js'),
        import('../ledger/taken-text.js'),
      ]);
      const taken = await takeLedger(workbook, { ...options, file });
      say(options, taken, takenText(taken));
      done(taken.left ? 1 : 0);
    });
}
