import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PERMISSIONS, TRUTH_SIGNALS } from '#accountability';

const root = fileURLToPath(new URL('../..', import.meta.url));

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourcesIn(path);
    return /\.(ts|tsx|js|mjs)$/u.test(entry.name) && !/\.(spec|it|e2e)\.ts$/u.test(entry.name) ? [path] : [];
  });
}

const sources = [...sourcesIn('libs'), ...sourcesIn('apps')].map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
}));

/** The draw, what shows it and what repeats it. */
const MAY_READ = ['libs/truth/', 'libs/engine/verification/', 'apps/api/verification/', 'apps/cli/draw/'];

describe('what speaks against a report', () => {
  it('is read by the draw alone: no card, no ladder, no score, no report of the system knows of it', () => {
    const readers = sources.filter(({ text }) => /from '#truth'|import\('#truth'\)/u.test(text));
    expect(readers.length).toBeGreaterThan(0);
    expect(
      readers.map(({ path }) => path).filter((path) => !MAY_READ.some((folder) => path.startsWith(folder))),
    ).toEqual([]);
  });

  it('stands in no event: what is recorded of a task is that it was drawn, and what was found', () => {
    const steps = readFileSync(join(root, 'libs/accountability/task/task.event.ts'), 'utf8');
    for (const signal of TRUTH_SIGNALS) expect(steps).not.toContain(signal);
    const events = PERMISSIONS.filter(({ kind }) => kind === 'task').map(({ event }) => event);
    expect(new Set(events.filter((event) => event.startsWith('VERIFICATION')))).toEqual(
      new Set(['VERIFICATION_ORDERED', 'VERIFICATION_FOUND', 'VERIFICATION_OVERDUE']),
    );
  });
});
