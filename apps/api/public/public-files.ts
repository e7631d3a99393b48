import { createHash } from 'node:crypto';
import { publicMark, readPublicSite, releasingDivisions } from '#engine';
import { publicSite, rootSite, type PublicFile, type PublicSite } from '#publication';
import type { ApiContext } from '../api-dependencies.js';

/** A file of the public site as it is sent. */
export interface ServedFile extends PublicFile {
  etag: string;
}

interface KeptSite {
  /** What the releases were when it was made. */
  mark: string;
  site: PublicSite;
  files: Map<string, ServedFile | 'gone' | null>;
}

/** What is kept in memory at most, in bytes: after that everything is made anew. */
const AT_MOST = 64 * 1024 * 1024;
/** GB/T 2260, and what installations call their districts besides. */
const DIVISION = /^[0-9A-Za-z_-]{1,64}$/u;

/**
 * The files of the public sites, made from the record when they are asked for and kept as long as nothing is released or
 * withdrawn: what was withdrawn is gone with the next request.
 */
export class PublicFiles {
  readonly #sites = new Map<string, KeptSite>();
  #kept = 0;

  constructor(private readonly context: ApiContext) {}

  /** @param root where `/public` stands, without a slash at its end */
  async root(path: string, root: string): Promise<ServedFile | null> {
    const divisions = await releasingDivisions(this.context.engine.context);
    const file = divisions.length === 0 ? undefined : rootSite(divisions, root).get(path);
    return file === undefined ? null : served(file);
  }

  /** Null: there is no such file; `gone`: there was. */
  async ofDivision(division: string, path: string, root: string): Promise<ServedFile | 'gone' | null> {
    if (!DIVISION.test(division)) return null;
    const kept = await this.#site(division, `${root}/${division}`);
    if (kept === null) return null;
    const known = kept.files.get(path);
    if (known !== undefined) return known;
    const file = await kept.site.file(path);
    // What there is not is not kept: there are as many such paths as anybody thinks of.
    if (file === null || file === 'gone') return file;
    const ready = served(file);
    this.#kept += ready.bytes.byteLength;
    if (this.#kept > AT_MOST) {
      this.#sites.clear();
      this.#kept = ready.bytes.byteLength;
    } else kept.files.set(path, ready);
    return ready;
  }

  async #site(division: string, url: string): Promise<KeptSite | null> {
    const { engine } = this.context;
    const mark = await publicMark(engine.context, division);
    if (mark === null) return null;
    const key = `${division} ${url}`;
    const known = this.#sites.get(key);
    if (known?.mark === mark) return known;
    const source = await readPublicSite(engine.context, division, url);
    if (source === null) return null;
    const made = { mark, site: publicSite(source), files: new Map() };
    this.#sites.set(key, made);
    return made;
  }
}

const served = (file: PublicFile): ServedFile => ({
  ...file,
  etag: `"${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 32)}"`,
});
