import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { readPublicSite, releasingDivisions, type Engine } from '#engine';
import { publicSite, rootSite } from '#publication';
import { CliError } from '../cli-error.js';

export interface ExportedSite {
  files: number;
  written: number;
  removed: number;
}

/** The list of what an export has written, by its hash: what is no longer in it goes with the next one. */
const MANIFEST = 'manifest.json';
const FORMAT = 'luoshi-public-site/1';

interface Manifest {
  schema: string;
  files: Record<string, string>;
}

/**
 * Writes the public sites as files that any web server can hand out: the same bytes as the live pages. Only what changed is
 * written; what an earlier export wrote and is no longer public is removed, and nothing else in the folder is touched.
 *
 * @param url where the folder will stand, without a slash at its end; null: there are no feeds, which need addresses
 * @throws CliError FILE_UNREADABLE where the folder cannot be written, or holds a list that is none of ours
 */
export async function exportSite(
  context: Engine['context'],
  folder: string,
  { url, division }: { url: string | null; division?: string | undefined },
): Promise<ExportedSite> {
  const root = resolve(folder);
  const before = await manifestOf(root);
  const files: Record<string, string> = {};
  let written = 0;
  for await (const [path, bytes] of publicFiles(context, url, division)) {
    const hash = createHash('sha256').update(bytes).digest('hex');
    files[path] = hash;
    if (before.files[path] === hash && (await hashOf(join(root, path))) === hash) continue;
    await write(join(root, path), bytes);
    written += 1;
  }
  const stale = Object.keys(before.files).filter((path) => files[path] === undefined);
  for (const path of stale) await rm(inside(root, path), { force: true });
  const manifest = { schema: FORMAT, files: sorted(files) } satisfies Manifest;
  const list = `${JSON.stringify(manifest, null, 2)}\n`;
  if ((await textOf(join(root, MANIFEST))) !== list)
    await write(join(root, MANIFEST), new TextEncoder().encode(list));
  return { files: Object.keys(files).length, written, removed: stale.length };
}

/** Every file with its path from the folder, division by division. */
async function* publicFiles(
  context: Engine['context'],
  url: string | null,
  division: string | undefined,
): AsyncGenerator<[string, Uint8Array]> {
  const all = await releasingDivisions(context);
  const divisions = division === undefined ? all : all.filter(({ id }) => id === division);
  if (divisions.length === 0) return;
  for (const [path, { bytes }] of rootSite(divisions, url)) yield [path, bytes];
  for (const { id } of divisions) {
    const source = await readPublicSite(context, id, url === null ? null : `${url}/${id}`);
    if (source === null) continue;
    const site = publicSite(source);
    for (const path of await site.paths()) {
      const file = await site.file(path);
      if (file !== null && file !== 'gone') yield [`${id}/${path}`, file.bytes];
    }
  }
}

async function manifestOf(root: string): Promise<Manifest> {
  const text = await textOf(join(root, MANIFEST));
  if (text === null) return { schema: FORMAT, files: {} };
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.schema === FORMAT) return manifest;
  } catch {
    // Said below.
  }
  throw new CliError(
    'FILE_UNREADABLE',
    `${join(root, MANIFEST)} 不是导出公开网站时写下的清单；请换一个空目录，或移走这个文件。`,
  );
}

/** A path of the list within the folder: a list that was tampered with removes nothing outside. */
function inside(root: string, path: string): string {
  const full = resolve(root, path);
  if (full.startsWith(root + sep)) return full;
  throw new CliError('FILE_UNREADABLE', `清单 ${MANIFEST} 中的路径“${path}”不在目录之内；请换一个空目录。`);
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new CliError('FILE_UNREADABLE', `写不了文件 ${path}（${code}）。请检查目录和权限。`, {
      cause: error,
    });
  }
}

const textOf = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);

const hashOf = (path: string): Promise<string | null> =>
  readFile(path).then(
    (bytes) => createHash('sha256').update(bytes).digest('hex'),
    () => null,
  );

const sorted = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
