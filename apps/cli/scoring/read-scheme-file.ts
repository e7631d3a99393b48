import { parseScheme, type Scheme } from '#scoring';
import { CliError } from '../cli-error.js';
import { readGivenFile } from '../plan/read-file.js';

/** A scoring scheme from a file. @throws CliError FILE_UNREADABLE; FILE_INVALID with line and column of every mistake */
export async function readSchemeFile(file: string): Promise<Scheme> {
  const parsed = parseScheme(Buffer.from(await readGivenFile(file)).toString('utf8'));
  if (parsed.ok) return parsed.value;
  const told = parsed.problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`);
  throw new CliError('FILE_INVALID', `考核办法文件有误：\n${told.join('\n')}`);
}
