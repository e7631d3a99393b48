import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError } from '../cli-error.js';

const LARGEST_BYTES = 50_000_000;

/** A file named on the command line. @throws CliError FILE_UNREADABLE */
export async function readGivenFile(file: string): Promise<Uint8Array> {
  const path = resolve(file);
  try {
    const bytes = await readFile(path);
    if (bytes.length <= LARGEST_BYTES) return bytes;
  } catch (error) {
    throw new CliError('FILE_UNREADABLE', `读不了文件 ${path}：${reasonOf(error)}。请检查路径和权限。`, {
      cause: error,
    });
  }
  throw new CliError('FILE_UNREADABLE', `文件 ${path} 超过 50 MB，不像是一份方案。请检查路径。`);
}

function reasonOf(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return '没有这个文件';
    case 'EISDIR':
      return '这是一个目录';
    case 'EACCES':
      return '没有读取权限';
    default:
      return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
