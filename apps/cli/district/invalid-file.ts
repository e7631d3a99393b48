import { CliError } from '../cli-error.js';

const TOLD_AT_MOST = 20;

/** A file that cannot be used, with its first problems. */
export function invalidFile(file: string, problems: readonly string[]): CliError {
  const more = problems.length > TOLD_AT_MOST ? [`……共 ${problems.length} 处`] : [];
  const told = [...problems.slice(0, TOLD_AT_MOST), ...more].join('\n');
  return new CliError('FILE_INVALID', `${file} 不能用，没有改动任何数据：\n${told}`);
}
