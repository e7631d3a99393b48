import { z } from 'zod';

/**
 * A jurisdiction's record as files, in a folder or in a tar (gzipped or not): `manifest.sha256`, `manifest.json`, the rows as JSON
 * lines under `records/`, uploaded texts under `documents/`, evidence under `evidence/`. docs/archive.md tells every field.
 */
export const ARCHIVE_FORMAT = 'luoshi.archive/1';
export const MANIFEST = 'manifest.json';
export const MANIFEST_HASH = 'manifest.sha256';

/** What is larger is none of ours: so much of an archive is held in memory at once, bytes. */
export const MOST = {
  manifest: 64 * 1024 * 1024,
  line: 64 * 1024 * 1024,
  file: 256 * 1024 * 1024,
  files: 1_000_000,
} as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.int().min(0);
const identifier = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,62}$/u);
const recordFile = z.string().regex(/^records\/[a-z]+(-[a-z]+)*\.jsonl$/u);

/** How a column's values are written in JSON. */
export const FIELD_TYPES = [
  'text',
  'uuid',
  'integer',
  'number',
  'boolean',
  'date',
  'instant',
  'json',
  'texts',
  'uuids',
  'file',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

const recordsSchema = z.strictObject({
  file: recordFile,
  rows: count,
  bytes: count,
  sha256,
  fields: z.array(z.strictObject({ name: identifier, type: z.enum(FIELD_TYPES) })).min(1),
  /** The fields that tell one row from another, and by which the lines are in order; none: there is one row at most. */
  key: z.array(identifier),
  /** Fields whose values, unless one is absent, are found in these fields of another file (or of this one). */
  references: z.array(
    z.strictObject({ fields: z.array(identifier).min(1), file: recordFile, to: z.array(identifier) }),
  ),
});
export type RecordsEntry = z.infer<typeof recordsSchema>;

const fileSchema = z.strictObject({
  file: z.string().regex(/^(documents\/|evidence\/[0-9a-f]{2}\/)[0-9a-f]{64}$/u),
  bytes: count.max(MOST.file),
  sha256,
});
export type FileEntry = z.infer<typeof fileSchema>;

export const manifestSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  jurisdiction: z.strictObject({
    code: z.string().regex(/^[\w-]{1,40}$/u),
    name: z.string(),
    level: z.string(),
    /** The code of the jurisdiction above; null: none. */
    parent: z.string().nullable(),
  }),
  /** The last migration of the database: what the fields are depends on it. */
  schema: z.string(),
  /** Only where it was asked for: without it, the same record gives the same bytes. */
  exportedAt: z.iso.datetime().optional(),
  records: z.array(recordsSchema).min(1).max(1_000),
  files: z.array(fileSchema).max(MOST.files),
  /** What is not in the archive, on purpose: tables, and columns of tables that are. */
  leftOut: z.array(z.string()),
});
export type ArchiveManifest = z.infer<typeof manifestSchema>;

/** `progress_report` is `records/progress-report.jsonl`. */
export const recordsFile = (table: string): string => `records/${table.replaceAll('_', '-')}.jsonl`;
export const tableOf = (file: string): string =>
  file.slice('records/'.length, -'.jsonl'.length).replaceAll('-', '_');

/** `filed_at` is `filedAt`. */
export const fieldOf = (column: string): string =>
  column.replace(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());

export const documentFile = (hash: string): string => `documents/${hash}`;
export const evidenceFile = (hash: string): string => `evidence/${hash.slice(0, 2)}/${hash}`;

/** All that a reader will find after the manifest, in this order. */
export const contentsOf = ({
  records,
  files,
}: ArchiveManifest): { file: string; bytes: number; sha256: string }[] => [...records, ...files];

/** What an archive is, in short. */
export interface ArchiveSummary {
  jurisdiction: ArchiveManifest['jurisdiction'];
  schema: string;
  /** SHA-256 of the manifest, and by it of everything: the same record has the same. */
  sha256: string;
  tables: number;
  rows: number;
  files: number;
  /** Of all that is in it, not compressed. */
  bytes: number;
}

export function summaryOf(manifest: ArchiveManifest, hash: string): ArchiveSummary {
  const { jurisdiction, schema, records, files } = manifest;
  return {
    jurisdiction,
    schema,
    sha256: hash,
    tables: records.length,
    rows: records.reduce((sum, { rows }) => sum + rows, 0),
    files: files.length,
    bytes: contentsOf(manifest).reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
