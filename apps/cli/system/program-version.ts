import { readFileSync } from 'node:fs';
import { projectPath } from '../project-path.js';

/** The version of this program, as its package says. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { version: string };
  return version;
}
