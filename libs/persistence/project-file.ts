import { existsSync } from 'node:fs';

/**
 * A file of the repository, the same from the sources and from `dist`: SQL is not compiled, so the build leaves it
 * where it is. `path` counts from the folder of package.json.
 */
export function projectFile(path: string): URL {
  let folder = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', folder))) {
    const parent = new URL('..', folder);
    if (parent.href === folder.href) throw new Error('package.json not found above libs/persistence');
    folder = parent;
  }
  return new URL(path, folder);
}
