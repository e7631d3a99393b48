import { Command } from 'commander';
import { archiveCommand } from './commands/archive.command.js';
import { auditCommand } from './commands/audit.command.js';
import { backupCommands } from './commands/backup.command.js';
import { benchCommand } from './commands/bench/index.js';
import { bulkCommand } from './commands/bulk.command.js';
import { burdenCommand } from './commands/burden.command.js';
import { channelCommand } from './commands/channel.command.js';
import { districtCommand } from './commands/district.command.js';
import { calendarCommand } from './commands/calendar.command.js';
import type { Done } from './commands/done.js';
import { doctorCommand } from './commands/doctor.command.js';
import { documentCommand } from './commands/document.command.js';
import { drawCommand } from './commands/draw.command.js';
import { evidenceCommand } from './commands/evidence.command.js';
import { failedCommand } from './commands/failed.command.js';
import { jurisdictionCommand } from './commands/jurisdiction.command.js';
import { ladderCommand } from './commands/ladder.command.js';
import { ledgerCommand } from './commands/ledger.command.js';
import { mailCommand } from './commands/mail.command.js';
import { migrateCommand } from './commands/migrate.command.js';
import { peopleCommand } from './commands/people.command.js';
import { planCommand } from './commands/plan.command.js';
import { policyCommand } from './commands/policy.command.js';
import { publicationCommand } from './commands/publication.command.js';
import { queueCommand } from './commands/queue.command.js';
import { scoreCommand } from './commands/score.command.js';
import { serveCommands } from './commands/serve.command.js';
import { simulateCommand } from './commands/simulate.command.js';
import { startCommand } from './commands/start.command.js';
import { unitsCommand } from './commands/units.command.js';
import { wallCommand } from './commands/wall.command.js';
import { webhookCommand } from './commands/webhook.command.js';
import { speakChinese } from './terminal/speak-chinese.js';

/** All commands. Their files say what there is; what they do is loaded when it is asked for. */
export function programOf(version: string, done: Done): Command {
  const program = new Command('luoshi')
    .description('落实：把公开的工作方案变成有人负责、按期报告、逾期催办的任务')
    .version(version, '-V, --version', '显示版本')
    .addHelpText(
      'after',
      `
示例：
  npx luoshi                       启动（首次启动会载入示例方案）
  npx luoshi start --help          某个命令的用法
  npx luoshi plan extract 方案.txt  识别一份方案

退出码：0 正常；1 出错，或核验发现问题；2 命令用法有误。`,
    );
  // Before the commands are added: they inherit it.
  speakChinese(program);
  startCommand(program, done);
  serveCommands(program, done);
  migrateCommand(program, done);
  districtCommand(program);
  jurisdictionCommand(program);
  unitsCommand(program);
  peopleCommand(program);
  channelCommand(program);
  mailCommand(program);
  webhookCommand(program);
  ladderCommand(program);
  failedCommand(program);
  queueCommand(program);
  planCommand(program);
  documentCommand(program, done);
  publicationCommand(program, done);
  wallCommand(program, done);
  ledgerCommand(program, done);
  simulateCommand(program, done);
  calendarCommand(program, done);
  policyCommand(program, done);
  scoreCommand(program, done);
  bulkCommand(program);
  burdenCommand(program, done);
  drawCommand(program, done);
  auditCommand(program, done);
  evidenceCommand(program, done);
  doctorCommand(program, done);
  backupCommands(program, done);
  archiveCommand(program, done);
  benchCommand(program);
  return program;
}
