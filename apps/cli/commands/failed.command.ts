import type { Command } from 'commander';
import { type Common, onRecord, say } from './common-options.js';

export function failedCommand(program: Command): void {
  const failed = program.command('failed').description('停止发送的信件和推送：查看、重新发送');

  onRecord(failed, 'list', '列出停止发送的信件和推送，及其原因', '  npx luoshi failed list').action(
    async (options: Common) => {
      const { failedText, failedThings } = await import('../failed/failed-things.js');
      const things = await failedThings(options);
      say(options, things, failedText(things));
    },
  );

  onRecord(failed, 'requeue', '重新发送：一件，或全部', '  npx luoshi failed requeue')
    .argument('[编号]', '信件或推送的编号；省略为全部')
    .action(async (id: string | undefined, options: Common) => {
      const { sendAgain } = await import('../failed/failed-things.js');
      const count = await sendAgain(id, options);
      say(options, { requeued: count }, `已重新排队 ${count} 件。`);
    });
}
