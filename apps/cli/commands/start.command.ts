import type { Command } from 'commander';
import type { StartOptions } from '../system/start.js';
import type { Done } from './done.js';
import { parsePort } from './parse-port.js';

export function startCommand(program: Command, done: Done): void {
  program
    .command('start', { isDefault: true })
    .description('启动整个系统：数据库、网页、接口、巡检，都在一个进程里')
    .option('--port <端口>', '网页端口，0 为任一空闲端口（默认 3000，或环境变量 PORT）', parsePort)
    .option('--host <地址>', '监听地址（默认 127.0.0.1，只有本机能访问；或 LUOSHI_BIND）')
    .option('--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）')
    .option('--fresh', '清空内置数据库，从头开始；原有数据不可恢复')
    .option('--no-seed', '不载入示例方案和示例账号')
    .option('--demo-password <口令>', '示例账号统一用这个口令，至少 8 位（默认每个账号一个随机口令）')
    .addHelpText(
      'after',
      `
示例：
  npx luoshi                               首次启动会建库、载入示例方案，并显示示例账号的口令
  npx luoshi start --port 8080 --data /srv/luoshi
  DATABASE_URL=postgresql://… npx luoshi   用外部 PostgreSQL（15 以上）；属主登录名可另放在 DATABASE_OWNER_URL
  REDIS_URL=redis://… npx luoshi           唤醒队列用 Redis；不设则用 PostgreSQL

演练（不用于办公）：
  LUOSHI_CLOCK=2024-04-12T01:00:00.000Z@600 npx luoshi   从该时刻（世界时）开始，600 倍速；@0 为静止`,
    )
    .action(async (options: StartOptions) => {
      const { start } = await import('../system/start.js');
      done(await start(options));
    });
}
