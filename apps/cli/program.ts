import { Command } from 'commander';
import { migrateCommand } from './commands/migrate.command.js';
import { simulateCommand } from './commands/simulate.command.js';
import { startCommand } from './commands/start.command.js';
import { speakChinese } from './terminal/speak-chinese.js';

/** All commands. Each tells its exit code by `done`: 0, or 1 where it found what it was to look for. */
export function programOf(version: string, done: (exitCode: number) => void): Command {
  const program = new Command('luoshi')
    .description('落实：把公开的工作方案变成有人负责、按期报告、逾期催办的任务')
    .version(version, '-V, --version', '显示版本');
  // Before the commands are added: they inherit it.
  speakChinese(program);
  startCommand(program, done);
  migrateCommand(program, done);
  simulateCommand(program, done);
  return program;
}
