import { z } from 'zod';
import { readDataFile } from './read-data-file.js';

const schema = z.object({ name: z.string(), rungs: z.array(z.object({ days: z.number() })) });

describe('reading a data file', () => {
  it('gives the value of a file that fits its schema', () => {
    expect(readDataFile(schema, 'name: a\nrungs:\n  - days: 1\n')).toEqual({
      ok: true,
      value: { name: 'a', rungs: [{ days: 1 }] },
    });
  });

  it('names line and column of every value that does not fit', () => {
    const result = readDataFile(schema, 'name: 3\nrungs:\n  - days: 1\n  - days: many\n');
    expect(result.ok).toBe(false);
    if (!result.ok)
      expect(result.problems.map((p) => [p.path, p.line, p.column])).toEqual([
        [['name'], 1, 7],
        [['rungs', 1, 'days'], 4, 11],
      ]);
  });

  it('reports a missing key at the place of its parent', () => {
    const result = readDataFile(schema, 'name: a\nrungs:\n  - day: 1\n');
    if (result.ok) throw new Error('should not fit');
    expect(result.problems[0]).toMatchObject({ path: ['rungs', 0, 'days'], line: 3, column: 5 });
  });

  it('names the place where the syntax breaks', () => {
    const result = readDataFile(schema, 'name: "a\nrungs: [');
    if (result.ok) throw new Error('should not parse');
    expect(result.problems[0]?.code).toBe('DataFileSyntax');
  });

  it('reports an unknown key where it stands', () => {
    const strict = z.strictObject({ name: z.string() });
    const result = readDataFile(strict, 'name: a\nnmae: b\n');
    if (result.ok) throw new Error('should not fit');
    expect(result.problems).toMatchObject([{ path: ['nmae'], line: 2, column: 7 }]);
  });

  it('refuses keys that repeat and aliases that could make it grow', () => {
    expect(readDataFile(schema, 'name: a\nname: b\nrungs: []\n').ok).toBe(false);
    expect(readDataFile(schema, 'name: &a x\nrungs: [{ days: 1 }]\nmore: [*a, *a]\n').ok).toBe(false);
  });

  it('asks a further check only about what fits, and places what it finds', () => {
    const check = ({ rungs }: { rungs: unknown[] }) =>
      rungs.length > 1 ? [{ path: ['rungs', 1], message: '多余' }] : [];
    const result = readDataFile(schema, 'name: a\nrungs:\n  - days: 1\n  - days: 2\n', check);
    if (result.ok) throw new Error('should be found');
    expect(result.problems).toMatchObject([{ line: 4, column: 5, message: '“rungs.1”有误：多余' }]);
  });
});
