import { InvalidArgumentError, type Command } from 'commander';
import { onRecord, say, type Common } from './common-options.js';

const STATES = ['pending', 'sending', 'delivered', 'failedForNow', 'dead', 'leftOut'];
const stateOf = (value: string): string => {
  if (STATES.includes(value)) return value;
  throw new InvalidArgumentError(`应为 ${STATES.join('、')} 之一。`);
};
const countOf = (value: string): number => {
  if (/^\d{1,15}$/u.test(value)) return Number(value);
  throw new InvalidArgumentError('应为非负整数。');
};
const instantOf = (value: string): string => {
  const ms = Date.parse(value);
  if (/^\d{4}-\d\d-\d\d(?:T|$)/u.test(value) && !Number.isNaN(ms)) return new Date(ms).toISOString();
  throw new InvalidArgumentError('应形如 2024-04-12T09:30:00+08:00。');
};
const namesOf = (value: string): string[] => value.split(',').map((name) => name.trim());

const secretsText = ({ secret, key }: { secret: string; key: string }): string =>
  `签名密钥 ${secret}\n拉取密钥 ${key}\n只显示这一次，请交给对方系统妥善保存。`;

export function webhookCommand(program: Command): void {
  const webhook = program.command('webhook').description('事件订阅：向其他系统推送任务、应报事项和文书事件');
  const add = (name: string, description: string, example: string): Command =>
    onRecord(webhook, name, description, `  npx luoshi webhook ${example}`);
  const record = () => import('../webhook/webhooks-of-record.js');
  const texts = () => import('../webhook/webhooks-text.js');

  add('list', '列出事件订阅', 'list').action(async (options: Common) => {
    const rows = await (await record()).listWebhooks(options);
    say(options, rows, (await texts()).webhooksText(rows));
  });

  add('add', '登记一个订阅', 'add 教育局办公系统 --url https://oa.example.gov.cn/luoshi --unit 区教育局')
    .argument('<名称>', '订阅名称')
    .requiredOption('--url <网址>', '接收地址')
    .option('--events <事件>', '逗号分隔：*、task.*、notice.issued 等', namesOf, ['*'])
    .option('--unit <单位>', '只推送该单位自己的事项；省略为全辖区')
    .action(async (name: string, options: Common & { url: string; events: string[]; unit?: string }) => {
      const made = await (await record()).addOne(name, options);
      say(options, { name, ...made }, `已登记“${name}”。\n${secretsText(made)}`);
    });

  add('pause', '暂停推送；事件保留，恢复后发送', 'pause 教育局办公系统 --reason 对方系统升级')
    .argument('<名称>', '订阅名称')
    .requiredOption('--reason <理由>', '为何暂停')
    .action(async (name: string, options: Common & { reason: string }) => {
      await (await record()).pauseNamed(name, options.reason, options);
      say(options, { name, state: 'paused' }, `“${name}”已暂停。`);
    });

  add('resume', '恢复推送；停止重试的事件一并重发', 'resume 教育局办公系统')
    .argument('<名称>', '订阅名称')
    .option('--leave-out', '跳过停止重试的事件，不再发送')
    .action(async (name: string, options: Common & { leaveOut?: boolean }) => {
      const givenUp = options.leaveOut === true ? 'leaveOut' : 'sendAgain';
      const { deliveries } = await (await record()).resumeNamed(name, givenUp, options);
      const words = givenUp === 'leaveOut' ? `跳过 ${deliveries} 件` : `重发 ${deliveries} 件`;
      say(options, { name, state: 'on', givenUp, deliveries }, `“${name}”已恢复，${words}。`);
    });

  add('remove', '删除订阅；密钥随即失效', 'remove 教育局办公系统')
    .argument('<名称>', '订阅名称')
    .action(async (name: string, options: Common) => {
      await (await record()).removeNamed(name, options);
      say(options, { name, removed: true }, `“${name}”已删除。`);
    });

  add('renew', '更换密钥；新旧密钥并用一段时间', 'renew 教育局办公系统')
    .argument('<名称>', '订阅名称')
    .option('--at-once', '旧密钥已泄露：立即作废')
    .action(async (name: string, options: Common & { atOnce?: boolean }) => {
      const made = await (await record()).renewNamed(name, options.atOnce === true, options);
      say(options, { name, ...made }, `${secretsText(made)}\n旧密钥有效至 ${made.formerUntil}。`);
    });

  add('ping', '发送一个测试事件（系统运行时发出）', 'ping 教育局办公系统')
    .argument('<名称>', '订阅名称')
    .action(async (name: string, options: Common) => {
      const made = await (await record()).pingNamed(name, options);
      say(options, { name, ...made }, `已为“${name}”排入一个测试事件。`);
    });

  add('replay', '从某个游标或时间起重新推送', 'replay 教育局办公系统 --since 2024-04-12T00:00:00+08:00')
    .argument('<名称>', '订阅名称')
    .option('--after <游标>', '该游标之后的全部事件；0 为从头', countOf)
    .option('--since <时间>', '该时间以来发生的事件', instantOf)
    .action(async (name: string, options: Common & { after?: number; since?: string }, command: Command) => {
      const { after, since } = options;
      if ((after === undefined) === (since === undefined))
        command.error('错误：请给出 --after 或 --since，二者之一。', { exitCode: 2 });
      const from = after === undefined ? { since: since ?? '' } : { after };
      const done = await (await record()).replayNamed(name, from, options);
      say(options, { name, ...done }, `“${name}”将从游标 ${done.after} 之后重新推送。`);
    });

  add('deliveries', '列出推送记录', 'deliveries 教育局办公系统 --state dead')
    .argument('<名称>', '订阅名称')
    .option('--state <状态>', STATES.join('、'), stateOf)
    .option('--limit <条数>', '最多列出多少条', countOf, 50)
    .action(async (name: string, options: Common & { state?: string; limit: number }) => {
      const states = options.state === undefined ? STATES : [options.state];
      const rows = await (await record()).deliveriesNamed(name, states, options.limit, options);
      say(options, rows, (await texts()).deliveriesText(rows));
    });

  add('send-again', '重新发送一次推送', 'send-again 教育局办公系统 编号')
    .argument('<名称>', '订阅名称')
    .argument('<编号>', '推送编号，见 deliveries')
    .action(async (name: string, id: string, options: Common) => {
      await (await record()).sendAgainNamed(name, id, options);
      say(options, { name, id }, '已重新排队。');
    });
}
