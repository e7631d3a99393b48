import { InvalidArgumentError } from 'commander';

export function parseDate(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('应写成 2024-04-12。');
  return text;
}
