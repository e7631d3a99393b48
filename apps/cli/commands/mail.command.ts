import type { Command } from 'commander';
import { onRecord, say, type Common } from './common-options.js';

const SAID = {
  settled: '已登记退信：该信件发送失败，改用下一渠道或由值守人员电话通知。',
  known: '这封信件已有结果，没有改动。',
  unknown: '不是本系统发出的邮件，没有登记。',
  delayed: '邮件服务器仍在尝试投递，没有登记。',
  notABounce: '不是退信（投递状态通知），没有登记。',
} as const;

export function mailCommand(program: Command): void {
  const mail = program.command('mail').description('电子邮件：登记退信');
  onRecord(
    mail,
    'bounce',
    '登记一封退信（投递状态通知，RFC 3464）；不是退信的不作处理，退出码仍为 0',
    '  npx luoshi mail bounce 退信.eml\n  npx luoshi mail bounce - < 退信.eml    # 供邮件服务器的管道使用',
  )
    .argument('<文件>', '退信原文；- 为标准输入')
    .action(async (file: string, options: Common) => {
      const { takeBounce } = await import('../channel/take-bounce.js');
      const recorded = await takeBounce(file, options);
      say(options, { recorded }, SAID[recorded]);
    });
}
