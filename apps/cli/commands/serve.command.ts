import type { Command } from 'commander';
import type { Done } from './done.js';
import { parsePort } from './parse-port.js';

/** Two commands for real servers, where page and worker run apart, several of each if need be. */
export function serveCommands(program: Command, done: Done): void {
  program
    .command('api')
    .description('只启动网页和接口（须有外部 PostgreSQL；先执行 migrate）')
    .option('--port <端口>', '端口（默认 3000，或 PORT）', parsePort)
    .option('--host <地址>', '监听地址（默认 127.0.0.1，或 LUOSHI_BIND）')
    .addHelpText('after', '\n示例：\n  DATABASE_URL=postgresql://… npx luoshi api --port 8080')
    .action(async (options: { port?: number; host?: string }) => {
      const { serveApi } = await import('../system/serve-separately.js');
      done(await serveApi(options));
    });
  program
    .command('worker')
    .description('只启动巡检和队列（须有外部 PostgreSQL；可同时运行多个）')
    .option('--health-port <端口>', '在此端口回答 /healthz 和 /readyz（默认不开）', parsePort)
    .option('--host <地址>', '健康检查的监听地址（默认 127.0.0.1，或 LUOSHI_BIND）')
    .addHelpText(
      'after',
      '\n示例：\n  DATABASE_URL=postgresql://… REDIS_URL=redis://… npx luoshi worker --health-port 8090',
    )
    .action(async (options: { healthPort?: number; host?: string }) => {
      const { serveWorker } = await import('../system/serve-separately.js');
      done(await serveWorker(options));
    });
}
