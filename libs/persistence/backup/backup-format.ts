import { z } from 'zod';

/**
 * A backup is a gzipped tar: `header.json`, then the rows of every table as PostgreSQL's own COPY text in chunks
 * (`data/<table>/000001.copy`), tables in an order in which foreign keys hold, then `manifest.json` with what has to
 * be in it. Text, so that any later PostgreSQL can read it. Before the manifest the evidence: for each file that the record
 * names a line (`evidence/000001.json`), and after it the file (`evidence/<jurisdiction>/<SHA-256>`) where its store is a
 * folder; a bucket is saved by its own means.
 */
export const BACKUP_FORMAT = 'luoshi.backup/1';
/** A chunk ends with a line; so much of it is held in memory, bytes. */
export const CHUNK_BYTES = 4 * 1024 * 1024;

export const headerSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  takenAt: z.string(),
  /** `server_version` of the PostgreSQL that it was taken from. */
  server: z.string(),
  /** Migrations of the database, in order. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1) })),
});
export type BackupHeader = z.infer<typeof headerSchema>;

export const manifestSchema = z.object({
  tables: z.array(
    z.object({ name: z.string(), rows: z.number().int(), bytes: z.number().int(), sha256: z.string() }),
  ),
  /** Absent: from before backups knew of evidence, or made without its store. */
  evidence: z
    .object({
      /** Files that the record names. */
      named: z.number().int(),
      /** Of these in the backup; the bytes of them. */
      carried: z.number().int(),
      bytes: z.number().int(),
      /** Should be in the backup, and were not in the store, or were not what the record says. */
      missing: z.number().int(),
      /** Where a store is that is saved by its own means; null: the files are in the backup. */
      apart: z.string().nullable(),
      /** Of the lines that name them. */
      sha256: z.string(),
    })
    .optional(),
});

export const namedFileSchema = z.object({
  jurisdictionId: z.string().regex(/^[\w-]{1,40}$/u),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  size: z.number().int(),
  mediaType: z.string(),
  /** In the backup, right after this line. */
  carried: z.boolean(),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

/** What a backup is, in short. */
export interface BackupSummary {
  takenAt: string;
  server: string;
  tables: number;
  rows: number;
  bytes: number;
  /** Null: the backup says nothing of evidence. */
  evidence: NonNullable<BackupManifest['evidence']> | null;
}

export const summaryOf = (header: BackupHeader, { tables, evidence }: BackupManifest): BackupSummary => ({
  takenAt: header.takenAt,
  server: header.server,
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0),
  evidence: evidence ?? null,
});

export const dataEntry = (table: string, number: number): string =>
  `data/${table}/${String(number).padStart(6, '0')}.copy`;

/** The table of a data entry; null: it is none. */
export const tableOfEntry = (name: string): string | null =>
  /^data\/(\w+)\/\d{6}\.copy$/u.exec(name)?.[1] ?? null;

export const evidenceLine = (number: number): string => `evidence/${String(number).padStart(6, '0')}.json`;
export const isEvidenceLine = (name: string): boolean => /^evidence\/\d{6,}\.json$/u.test(name);
export const evidenceEntry = ({
  jurisdictionId,
  sha256,
}: {
  jurisdictionId: string;
  sha256: string;
}): string => `evidence/${jurisdictionId}/${sha256}`;
