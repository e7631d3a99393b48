import { munkres } from 'munkres';

/** What it would be worth to put a row and a column together; more than 0. */
export interface PossiblePair {
  readonly row: number;
  readonly column: number;
  readonly worth: number;
}

/** Worths are compared as whole numbers, so that sums do not depend on the order in which they are taken. */
const FINENESS = 1_000_000;

/** The best of so many rows and columns takes seconds, and the time grows with the third power: beyond it, good is enough. */
const MOST_TO_OPTIMISE = 800;

/**
 * The pairs that are worth most together, each row and each column at most once. Rows and columns that no chain of
 * possible pairs connects do not concern each other and are settled apart, so that large plans stay cheap.
 */
export function bestPairs(possible: readonly PossiblePair[]): PossiblePair[] {
  return groupsOf(possible)
    .flatMap((group) => (group.length === 1 ? group : bestOfGroup(group)))
    .sort((a, b) => a.row - b.row);
}

function bestOfGroup(group: readonly PossiblePair[]): PossiblePair[] {
  const rows = [...new Set(group.map(({ row }) => row))].sort((a, b) => a - b);
  const columns = [...new Set(group.map(({ column }) => column))].sort((a, b) => a - b);
  if (Math.min(rows.length, columns.length) > MOST_TO_OPTIMISE) return bestFirst(group);
  const rowAt = new Map(rows.map((row, i) => [row, i]));
  const columnAt = new Map(columns.map((column, i) => [column, i]));
  const most = group.reduce((top, { worth }) => Math.max(top, worth), 0);
  const ceiling = Math.round(most * FINENESS);
  const costs = rows.map(() => columns.map(() => ceiling));
  const pairs = new Map<string, PossiblePair>();
  for (const pair of group) {
    const [y, x] = [rowAt.get(pair.row) ?? 0, columnAt.get(pair.column) ?? 0];
    const costsOfRow = costs[y];
    if (costsOfRow) costsOfRow[x] = ceiling - Math.round(pair.worth * FINENESS);
    pairs.set(`${y}/${x}`, pair);
  }
  // It pairs as many as it can; what was no possible pair costs as much as none, and is left out again.
  return munkres(costs).flatMap(([y, x]) => pairs.get(`${y}/${x}`) ?? []);
}

/** One after the other, the best of what is left. */
function bestFirst(group: readonly PossiblePair[]): PossiblePair[] {
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  return [...group]
    .sort((a, b) => b.worth - a.worth || a.row - b.row || a.column - b.column)
    .filter(({ row, column }) => {
      if (rows.has(row) || columns.has(column)) return false;
      rows.add(row);
      columns.add(column);
      return true;
    });
}

/** Sets of pairs that share no row and no column with each other. */
function groupsOf(possible: readonly PossiblePair[]): PossiblePair[][] {
  const leaders = new Map<string, string>();
  const leaderOf = (key: string): string => {
    let at = key;
    for (let next = leaders.get(at); next !== undefined && next !== at; next = leaders.get(at)) at = next;
    leaders.set(key, at);
    return at;
  };
  for (const { row, column } of possible) leaders.set(leaderOf(`r${row}`), leaderOf(`c${column}`));
  const groups = new Map<string, PossiblePair[]>();
  for (const pair of possible) {
    const leader = leaderOf(`r${pair.row}`);
    const group = groups.get(leader);
    if (group) group.push(pair);
    else groups.set(leader, [pair]);
  }
  return [...groups.values()];
}
