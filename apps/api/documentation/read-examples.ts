import { readFile } from 'node:fs/promises';
import type { ApiExamples } from '#contract';
import { projectPath } from '../../cli/project-path.js';

/** Requests and answers of the bundled plan's record, by the name of the route. */
export const EXAMPLES_FILE = 'seeds/api-examples.json';

/** @throws the system's error, where the file was not installed with the program */
export async function readExamples(): Promise<ApiExamples> {
  return JSON.parse(await readFile(projectPath(EXAMPLES_FILE), 'utf8')) as ApiExamples;
}
