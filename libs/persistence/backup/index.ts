export type { BackupSummary } from './backup-format.js';
export type { KeptFiles, NamedFile } from './kept-files.js';
export { readBackup } from './read-backup.js';
export { restoreBackup, type Restored } from './restore-backup.js';
export { inOrderOfReferences } from './tables-in-order.js';
export { writeBackup } from './write-backup.js';
