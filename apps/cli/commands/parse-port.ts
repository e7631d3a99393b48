import { InvalidArgumentError } from 'commander';

export function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new InvalidArgumentError('端口应为 0 到 65535 的整数。');
}
