import { COMMON_FIELDS } from './common-fields.js';

/** What the archive says of one table: what its rows are, which columns go along, which stay behind and why. */
export interface DeclaredTable {
  about: string;
  /** Columns that go along, each with what it means. */
  carried: ReadonlyMap<string, string>;
  /** Columns that stay behind, each with the reason. */
  leftOut: ReadonlyMap<string, string>;
}

/**
 * A table, declared line by line: `column: what it means`, `- column: why it stays behind`, or the names of columns that mean
 * what they mean everywhere. Every column is named: what a later migration adds is in neither list until somebody has decided.
 *
 * @throws Error where a column is named without its meaning, or twice
 */
export function declaredTable(about: string, columns: string): DeclaredTable {
  const carried = new Map<string, string>();
  const leftOut = new Map<string, string>();
  for (const line of columns.split('\n').map((each) => each.trim())) {
    const said = /^(?<stays>- )?(?<name>\w+): (?<words>.+)$/u.exec(line)?.groups;
    if (said === undefined)
      for (const name of line.split(/\s+/u).filter(Boolean)) put(carried, name, usual(name));
    else put(said['stays'] === undefined ? carried : leftOut, said['name'] ?? '', said['words'] ?? '');
  }
  return { about, carried, leftOut };
}

function put(into: Map<string, string>, name: string, meaning: string): void {
  if (into.has(name)) throw new Error(`declared twice: ${name}`);
  into.set(name, meaning);
}

/** What a column of this name means everywhere. */
function usual(name: string): string {
  const known = COMMON_FIELDS[name];
  if (known !== undefined) return known;
  const { did, what } = /^(?<did>\w+)_(?<what>at|by)$/u.exec(name)?.groups ?? {};
  if (did === undefined) throw new Error(`say what ${name} means`);
  const words = did.replaceAll('_', ' ');
  return what === 'at' ? `when it was ${words}` : `who (person) had it ${words}; absent: the system`;
}
