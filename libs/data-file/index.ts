/** Data files (YAML or JSON) read against a zod schema, with errors that name line and column. */
export { readDataFile } from './read-data-file.js';
export type { DataFileProblem, DataFileResult, FoundProblem } from './read-data-file.js';
