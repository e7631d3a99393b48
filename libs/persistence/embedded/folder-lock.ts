import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { PersistenceError } from '../persistence-error.js';
import { startOf } from './process-identity.js';

export interface FolderLock {
  /** The process that held the folder before and ended without letting go, or null. */
  leftBy: number | null;
  release(): void;
}

/**
 * One process at a time has the data folder. A lock whose process is gone is taken over.
 *
 * @throws PersistenceError EMBEDDED_IN_USE
 */
export async function lockFolder(file: string): Promise<FolderLock> {
  let leftBy: number | null = null;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (tryCreate(file)) return { leftBy, release: () => rmSync(file, { force: true }) };
    const text = await readLock(file);
    const holder = parse(text);
    if (holder !== null && startOf(holder.pid) === holder.start) throw inUse(file, holder.pid);
    leftBy = holder?.pid ?? 0;
    discard(file, text);
  }
  throw inUse(file, leftBy ?? 0);
}

interface Holder {
  pid: number;
  start: string;
}

function tryCreate(file: string): boolean {
  const self: Holder = { pid: process.pid, start: startOf(process.pid) ?? '' };
  try {
    writeFileSync(file, JSON.stringify(self), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Empty: gone by now, or not yet written by a process that created it this moment. */
async function readLock(file: string): Promise<string> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const text = readIfThere(file);
    if (text !== '') return text;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return '';
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function parse(text: string): Holder | null {
  try {
    const { pid, start } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof start === 'string' ? { pid, start } : null;
  } catch {
    return null;
  }
}

/** Removes the lock that was read. Another starter may have replaced it meanwhile: then its lock is put back. */
function discard(file: string, text: string): void {
  const aside = `${file}.${String(process.pid)}`;
  try {
    renameSync(file, aside);
    if (readIfThere(aside) === text) rmSync(aside);
    else renameSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function inUse(file: string, pid: number): PersistenceError {
  return new PersistenceError(
    'EMBEDDED_IN_USE',
    `数据目录正被另一个落实进程使用（进程号 ${pid}，锁文件 ${file}）。` +
      '请先停止该进程；或用 --data 另指定一个目录。',
  );
}
