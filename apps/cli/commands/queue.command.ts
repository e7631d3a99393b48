import type { Command } from 'commander';
import { DATA, JSON_ONLY, say } from './common-options.js';

interface Options {
  data?: string;
  json?: boolean;
}

/** What the pause does and does not do is what people have to know first. */
const HARMLESS = '\n暂停队列不会耽误时限和消息：定时巡检只依靠数据库，每几秒检查一次。';

export function queueCommand(program: Command): void {
  const queue = program.command('queue').description('唤醒队列：运行情况，暂停和恢复，失败的唤醒');
  const add = (name: string, description: string, example: string): Command =>
    queue
      .command(name)
      .description(description)
      .option(...DATA)
      .option(...JSON_ONLY)
      .addHelpText('after', `\n示例：\n${example}${HARMLESS}`);

  add('status', '队列在哪里，有多少在等，是否暂停', '  npx luoshi queue status').action(
    async (options: Options) => {
      const { withQueue } = await import('../queue/with-queue.js');
      const { queueText } = await import('../queue/queue-text.js');
      const status = await withQueue(options, (desk) => desk.status());
      say(options, status, queueText(status));
    },
  );

  add('pause', '暂停队列', '  npx luoshi queue pause').action(async (options: Options) => {
    const { setQueue } = await import('../queue/with-queue.js');
    await setQueue(options, true);
    say(options, { paused: true }, '唤醒队列已暂停；时限和消息由定时巡检照常处理。');
  });

  add('resume', '恢复队列', '  npx luoshi queue resume').action(async (options: Options) => {
    const { setQueue } = await import('../queue/with-queue.js');
    await setQueue(options, false);
    say(options, { paused: false }, '唤醒队列已恢复。');
  });

  add('list', '列出失败的唤醒（保留一周内最近一百次）', '  npx luoshi queue list').action(
    async (options: Options) => {
      const { withQueue } = await import('../queue/with-queue.js');
      const { failedText } = await import('../queue/queue-text.js');
      const failed = await withQueue(options, (desk) => desk.failed());
      say(options, failed, failedText(failed));
    },
  );

  add('requeue', '失败的唤醒重新排队：一个，或全部', '  npx luoshi queue requeue')
    .argument('[编号]', '编号见 queue list；省略为全部')
    .action(async (id: string | undefined, options: Options) => {
      const { withQueue } = await import('../queue/with-queue.js');
      const requeued = await withQueue(options, (desk) => desk.requeue(id));
      say(options, { requeued }, `已重新排队 ${String(requeued)} 个。`);
    });
}
