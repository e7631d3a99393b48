import { readDataFile, type DataFileResult } from '#data-file';
import { policySchema, type Policy } from './policy.schema.js';

/** Reads a policy file (YAML); every mistake comes with its line and column. */
export function parsePolicy(text: string): DataFileResult<Policy> {
  return readDataFile(policySchema, text);
}
