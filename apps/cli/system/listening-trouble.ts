import { createServer } from 'node:net';
import { CliError } from '../cli-error.js';

/** What the system said about a port, as a trouble with a way out; anything else as it is. */
export function listeningTrouble(error: unknown, port: number, host: string): Error {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'EADDRINUSE':
      return new CliError(
        'PORT_TAKEN',
        `端口 ${port}（${host}）已被其他程序占用。请停止占用它的程序，或用 --port 另选一个端口（0 为任一空闲端口）。`,
        { cause: error },
      );
    case 'EACCES':
      return new CliError(
        'PORT_FORBIDDEN',
        `无权监听端口 ${port}。1024 以下的端口须有相应权限，请用 --port 另选，或由反向代理转发。`,
        { cause: error },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new CliError('HOST_UNKNOWN', `本机没有地址 ${host}。请改正 --host（或 LUOSHI_BIND）。`, {
        cause: error,
      });
    default:
      return error instanceof Error ? error : new Error(String(error));
  }
}

/** Asks before anything is made: a taken port is told of at once, not after the database has been initialised. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  if (port === 0) return;
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(listeningTrouble(error, port, host)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
