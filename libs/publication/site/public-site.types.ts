import type { Instant } from '#calendar';
import type { OfficialDocument } from '#official';
import type { OpenData } from '../data/open-data.schema.js';

/** A release as the site's lists need it. */
export interface Release {
  readonly productId: string;
  readonly planCode: string;
  readonly planTitle: string;
  /** Of an action its code; null: the whole plan. */
  readonly scopeCode: string | null;
  readonly scopeName: string;
  readonly period: string;
  readonly edition: number;
  readonly title: string;
  /** Of the data set. */
  readonly sha256: string;
  readonly size: number;
  readonly releasedAt: Instant;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnReason: string | null;
}

export interface ReleasedFile {
  readonly format: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Everything that was frozen with a release. */
export interface ReleaseContent {
  readonly bytes: Uint8Array;
  readonly data: OpenData;
  readonly document: OfficialDocument;
  readonly files: readonly ReleasedFile[];
}

/** What a site is made of. */
export interface SiteSource {
  readonly division: { readonly code: string; readonly name: string };
  readonly releases: readonly Release[];
  /** Null: withdrawn in the meantime. */
  readonly content: (productId: string) => Promise<ReleaseContent | null>;
  /** Where the folder of this division stands, without a slash at its end; null: nobody knows yet, and there are no feeds. */
  readonly url: string | null;
}

export interface PublicFile {
  readonly type: string;
  readonly bytes: Uint8Array;
  /** When what it tells of changed last. */
  readonly changedAt: Instant;
  /** Under which name it is saved; null: it is looked at. */
  readonly saveAs: string | null;
}

/** A site whose every file is made when it is asked for; the same releases give the same bytes, wherever they are served. */
export interface PublicSite {
  /** Of every file, in order. Folders are asked for as their `index.html`. */
  readonly paths: () => Promise<string[]>;
  /** Null: there is no such file; `gone`: there was, and it was withdrawn or replaced. */
  readonly file: (path: string) => Promise<PublicFile | 'gone' | null>;
  readonly changedAt: Instant;
}
