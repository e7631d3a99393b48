import { fileReport } from './file-report.js';
import { listenForEscalations } from './listen-for-escalations.js';
import { settingsFrom } from './settings.js';
import { signForTask } from './sign-for-task.js';

/**
 * A lead unit's office system, in three steps: it signs for the tasks that were put to the unit, files what the unit owes,
 * and passes escalations on. See docs/integration.md.
 *
 *     LUOSHI_URL=… LUOSHI_TOKEN=… LUOSHI_EVENTS_KEY=… node dist/apps/example/main.js
 */
const { luoshi, events, stop } = settingsFrom(process.env);

for (const code of await signForTask(luoshi)) console.log(`已签收 ${code}`);
for (const period of await fileReport(luoshi)) console.log(`已提交 ${period}`);
console.log('等待督办升级，Ctrl+C 结束……');
await listenForEscalations(events, { after: process.env['LUOSHI_AFTER'] ?? '0', signal: stop }, (said) => {
  console.log(said.words);
});
