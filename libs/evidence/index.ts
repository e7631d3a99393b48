/**
 * 佐证材料: uploaded files. What a file is, is said by its content; where it is kept, by the configuration, behind one
 * interface: a folder, or anything that speaks S3. The record holds a file's SHA-256 and no byte of it.
 */
export { EVIDENCE_KINDS, inspectFile, type Inspected } from './inspect-file.js';
export { EvidenceRefused, type EvidenceFault } from './evidence-refused.js';
export { objectKey, StoreUnavailable, type ObjectStore } from './object-store.js';
export { folderStore } from './folder-store.js';
export { s3Store, type S3Settings } from './s3-store.js';
export { openObjectStore } from './open-object-store.js';
export { clamd, type VirusScanner } from './clamd.js';
