/**
 * A jurisdiction's whole record as one archive: out of one system, checked anywhere, into another. What it holds, field by field:
 * docs/archive.md; what it leaves out and why: `tables/`.
 */
export { ArchiveError, type ArchiveErrorCode } from './archive-error.js';
export type { ArchiveSummary } from './archive-format.js';
export { exportArchive, type ExportArchiveOptions } from './export-archive.js';
export {
  importArchive,
  type ImportArchiveOptions,
  type ImportedArchive,
  type ImportFaultPoint,
} from './import-archive.js';
export { verifyArchive, type VerifiedArchive } from './verify-archive.js';
