import type { Readable } from 'node:stream';
import {
  EvidenceRefused,
  inspectFile,
  objectKey,
  StoreUnavailable,
  type Inspected,
  type ObjectStore,
  type VirusScanner,
} from '#evidence';
import type { ApiContext } from '../api-dependencies.js';
import { problem, ProblemError } from '../http/problem.js';

/** Where uploaded files are kept, and who looks at them before. */
export interface EvidenceFiles {
  store: ObjectStore;
  scanner: VirusScanner | null;
}

/** Files in and out, with refusals as problems. */
export class Files {
  constructor(private readonly context: ApiContext) {}

  /** Looks at a file and keeps it; the same one twice is kept once. @throws ProblemError */
  async keep(jurisdictionId: string, name: string, bytes: Buffer): Promise<Inspected & { scanned: boolean }> {
    const { store, scanner } = this.files();
    return this.reached(async () => {
      const file = await inspectFile(name, bytes);
      const virus = (await scanner?.scan(bytes)) ?? null;
      if (virus !== null)
        throw new EvidenceRefused('EvidenceInfected', `“${file.name}”带有病毒（${virus}），没有保存。`);
      await store.put(objectKey(jurisdictionId, file.sha256), bytes, file.mediaType);
      return { ...file, scanned: scanner !== null };
    });
  }

  /** @throws ProblemError FilesUnavailable, also where the file is gone although the record names it */
  open(
    jurisdictionId: string,
    { id, sha256, size }: { id: string; sha256: string; size: number },
  ): Promise<{ size: number; content: Readable }> {
    const { store } = this.files();
    return this.reached(async () => {
      const found = await store.get(objectKey(jurisdictionId, sha256));
      if (found?.size === size) return found;
      found?.content.destroy();
      throw new StoreUnavailable(
        `evidence ${id}: ${found === null ? 'gone' : `${found.size} of ${size} bytes`}`,
      );
    });
  }

  private files(): EvidenceFiles {
    if (this.context.files === undefined) throw problem('NotAvailable');
    return this.context.files;
  }

  private async reached<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof EvidenceRefused) throw new ProblemError(error.code, error.message);
      if (!(error instanceof StoreUnavailable)) throw error;
      this.context.log.error(`文件存储出错：${error.message}`);
      throw problem('FilesUnavailable');
    }
  }
}
