import { readFile } from 'node:fs/promises';
import { sealSchema, type Seal } from '#sealing';
import { CliError } from '../cli-error.js';

/** Seals as `audit seals` printed them. @throws CliError FILE_UNREADABLE, FILE_INVALID */
export async function readSealsFile(file: string): Promise<Seal[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CliError('FILE_UNREADABLE', `读不出文件 ${file}。请核对路径和权限。`, { cause: error });
  });
  return text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), at: index + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, at }) => {
      try {
        return sealSchema.parse(JSON.parse(line));
      } catch (error) {
        throw new CliError(
          'FILE_INVALID',
          `${file} 第 ${at} 行不是封存记录。每行应是 npx luoshi audit seals 给出的一次封存。`,
          { cause: error },
        );
      }
    });
}
