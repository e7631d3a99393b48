import { readDataFile, type DataFileResult } from '#data-file';
import { schemeSchema, type Scheme } from './scheme.schema.js';

/** Reads a scoring scheme (YAML); every mistake comes with its line and column. */
export function parseScheme(text: string): DataFileResult<Scheme> {
  return readDataFile(schemeSchema, text);
}
