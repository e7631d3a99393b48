import { InvalidArgumentError } from 'commander';

export function parseCount(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1 && count <= 10_000_000) return count;
  throw new InvalidArgumentError('应为 1 到 10000000 之间的整数。');
}
