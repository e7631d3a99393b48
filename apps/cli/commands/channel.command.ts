import { InvalidArgumentError, type Command } from 'commander';
import { onRecord, say, type Common } from './common-options.js';

const STATES = ['pending', 'sending', 'sent', 'delivered', 'read', 'failedForNow', 'failedForGood'];
const stateOf = (value: string): string => {
  if (STATES.includes(value)) return value;
  throw new InvalidArgumentError(`应为 ${STATES.join('、')} 之一。`);
};

export function channelCommand(program: Command): void {
  const channel = program
    .command('channel')
    .description('站外渠道：邮件、群机器人、短信、签名回调，以及各人的接收地址');
  const letters = program.command('letters').description('经站外渠道发送的信件：查看、重发');
  onRecord(channel, 'put', '按文件设置渠道和接收地址', '  npx luoshi channel put channels.yaml')
    .argument('<文件>', 'YAML：luoshi.channels/1，格式见 docs/channels.md')
    .action(async (file: string, options: Common) => {
      const { putChannels } = await import('../channel/channels-of-record.js');
      const done = await putChannels(file, options);
      say(options, done, `已设置 ${done.channels} 个渠道，${done.contacts} 个接收地址。`);
    });

  onRecord(channel, 'list', '列出渠道和接收地址（不显示口令）', '  npx luoshi channel list').action(
    async (options: Common) => {
      const { listChannels } = await import('../channel/channels-of-record.js');
      const { channelsText } = await import('../channel/channels-text.js');
      const listed = await listChannels(options);
      say(options, listed, channelsText(listed));
    },
  );

  onRecord(
    channel,
    'pause',
    '暂停一个渠道；信件保留，恢复后发送',
    '  npx luoshi channel pause 政务邮箱 --reason 邮件系统检修',
  )
    .argument('<渠道>', '渠道名称')
    .requiredOption('--reason <理由>', '为何暂停')
    .action(async (name: string, options: Common & { reason: string }) => {
      const { setPaused } = await import('../channel/channels-of-record.js');
      await setPaused(name, options.reason, options);
      say(options, { name, state: 'paused' }, `“${name}”已暂停。`);
    });

  onRecord(channel, 'resume', '恢复一个渠道', '  npx luoshi channel resume 政务邮箱')
    .argument('<渠道>', '渠道名称')
    .action(async (name: string, options: Common) => {
      const { setPaused } = await import('../channel/channels-of-record.js');
      await setPaused(name, null, options);
      say(options, { name, state: 'on' }, `“${name}”已恢复。`);
    });

  onRecord(channel, 'test', '立即发一条测试消息', '  npx luoshi channel test 政务邮箱 --to li@example.gov.cn')
    .argument('<渠道>', '渠道名称')
    .option('--to <地址>', '邮箱、手机号或网址；群机器人可省', '')
    .action(async (name: string, options: Common & { to: string }) => {
      const { tryChannel } = await import('../channel/channels-of-record.js');
      await tryChannel(name, options.to, options);
      say(options, { name, sent: true }, `已经由“${name}”发出一条测试消息。`);
    });

  onRecord(letters, 'list', '列出信件', '  npx luoshi letters list --state failedForGood')
    .option('--state <状态>', STATES.join('、'), stateOf)
    .action(async (options: Common & { state?: string }) => {
      const { listLetters } = await import('../channel/channels-of-record.js');
      const { lettersText } = await import('../channel/channels-text.js');
      const listed = await listLetters(options.state === undefined ? STATES : [options.state], options);
      say(options, listed, lettersText(listed));
    });

  onRecord(letters, 'requeue', '重发已停止的信件：一封，或全部', '  npx luoshi letters requeue')
    .argument('[编号]', '信件编号；省略为全部')
    .action(async (id: string | undefined, options: Common) => {
      const { requeueLetters } = await import('../channel/channels-of-record.js');
      const count = await requeueLetters(id, options);
      say(options, { requeued: count }, `已重新排队 ${count} 封。`);
    });
}
