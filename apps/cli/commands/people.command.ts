import type { Command } from 'commander';
import { type Common, onRecord, say } from './common-options.js';

export function peopleCommand(program: Command): void {
  const people = program.command('people').description('账号：查看、重置密码、离任交接');

  onRecord(people, 'list', '列出账号、岗位和登录情况', '  npx luoshi people list').action(
    async (options: Common) => {
      const [{ listPeople }, { peopleText }] = await Promise.all([
        import('../people/people-of-record.js'),
        import('../people/people-text.js'),
      ]);
      const listed = await listPeople(options);
      say(options, listed, peopleText(listed));
    },
  );

  onRecord(
    people,
    'reset',
    '重置密码：生成新的初始密码，原有登录和接口令牌停用，锁定解除',
    '  npx luoshi people reset zhangsan --second-factor',
  )
    .argument('<账号>', '用户名')
    .option('--second-factor', '同时关闭第二重验证（手机丢失、恢复码也没有时）')
    .action(async (username: string, options: Common & { secondFactor?: boolean }) => {
      const { resetPerson } = await import('../people/people-of-record.js');
      const done = await resetPerson(username, options);
      say(options, done, `${done.name}（${username}）的初始密码：${done.password}\n首次登录时须修改。`);
    });

  onRecord(
    people,
    'leave',
    '离任：岗位从今天起由接任人担任（没有接任人的提示空缺），登录、令牌和日历订阅停用',
    '  npx luoshi people leave zhangsan --successor lisi',
  )
    .argument('<账号>', '离任人的用户名')
    .option('--successor <账号>', '接任人的用户名')
    .action(async (username: string, options: Common & { successor?: string }) => {
      const [{ letLeave }, { leftText }] = await Promise.all([
        import('../people/people-of-record.js'),
        import('../people/people-text.js'),
      ]);
      const left = await letLeave(username, options);
      say(options, left, leftText(left));
    });
}
