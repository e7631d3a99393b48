import { z } from 'zod';

/**
 * A backup is a gzipped tar: `header.json`, then the rows of every table as PostgreSQL's own COPY text in chunks
 * (`data/<table>/000001.copy`), tables in an order in which foreign keys hold, then `manifest.json` with what has to
 * be in it. Text, so that any later PostgreSQL can read it.
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
});
export type BackupManifest = z.infer<typeof manifestSchema>;

/** What a backup is, in short. */
export interface BackupSummary {
  takenAt: string;
  server: string;
  tables: number;
  rows: number;
  bytes: number;
}

export const summaryOf = (header: BackupHeader, { tables }: BackupManifest): BackupSummary => ({
  takenAt: header.takenAt,
  server: header.server,
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0),
});

export const dataEntry = (table: string, number: number): string =>
  `data/${table}/${String(number).padStart(6, '0')}.copy`;

/** The table of a data entry; null: it is none. */
export const tableOfEntry = (name: string): string | null =>
  /^data\/(\w+)\/\d{6}\.copy$/u.exec(name)?.[1] ?? null;
