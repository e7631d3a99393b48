import { join } from 'node:path';
import type { Config } from '#config';
import { folderStore } from './folder-store.js';
import type { ObjectStore } from './object-store.js';
import { s3Store } from './s3-store.js';

/** Where the configuration says that files are kept. Nothing is asked of that place yet: see `check`. */
export const openObjectStore = async ({
  files,
  dataDir,
}: Pick<Config, 'files' | 'dataDir'>): Promise<ObjectStore> =>
  files.kind === 'folder' ? folderStore(files.folder ?? join(dataDir, 'evidence')) : s3Store(files);
