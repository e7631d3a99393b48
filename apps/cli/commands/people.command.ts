import { Argument, type Command } from 'commander';
import type { Administration } from '#accountability';
import { type Common, onRecord, say } from './common-options.js';

const LABELS: Record<Administration, string> = {
  administrator: '系统管理员',
  securityAdministrator: '安全管理员',
  auditAdministrator: '审计管理员',
};

export function peopleCommand(program: Command): void {
  const people = program.command('people').description('账号：查看、重置密码、离任交接、清除个人信息');

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
    'appoint',
    '任命三员之一（系统、安全、审计管理员）：须由没有其他角色的人担任，三员互不兼任',
    '  npx luoshi people appoint zhangsan securityAdministrator',
  )
    .argument('<账号>', '用户名')
    .addArgument(
      new Argument('<角色>', '三员之一').choices([
        'administrator',
        'securityAdministrator',
        'auditAdministrator',
      ]),
    )
    .action(async (username: string, role: Administration, options: Common) => {
      const { appointPerson } = await import('../people/people-of-record.js');
      const done = await appointPerson(username, { ...options, role });
      say(options, done, `${done.name}（${username}）从今天起担任${LABELS[done.role]}。`);
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

  onRecord(
    people,
    'erase',
    '清除离任人员的个人信息：姓名、账号、接收地址、登录信息等；其办理记录以编号保留，记录链不受影响',
    '  npx luoshi people erase zhangsan --dry-run',
  )
    .argument('<账号>', '已离任人员的用户名')
    .option('--dry-run', '只计算，不清除')
    .action(async (username: string, options: Common & { dryRun?: boolean }) => {
      const { eraseLeft, erasedText } = await import('../people/erase-people.js');
      const erased = await eraseLeft(username, options);
      say(options, erased, erasedText(erased, options.dryRun === true));
    });

  onRecord(
    people,
    'retention',
    '清除超过保存期限的个人信息（期限见规则的 retention；平时由系统每天自动清除）',
    '  npx luoshi people retention --dry-run',
  )
    .option('--dry-run', '只计算，不清除')
    .action(async (options: Common & { dryRun?: boolean }) => {
      const { eraseOverdue, erasedText } = await import('../people/erase-people.js');
      const erased = await eraseOverdue(options);
      say(options, erased, erasedText(erased, options.dryRun === true));
    });
}
