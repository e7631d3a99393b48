import { expect, test } from '@jest/globals';
import { ROLES, type Role } from '#accountability';
import { EXPORTS, exportTable, ROUTES, sparseFieldsOf, type ExportedList } from '#contract';
import { csvPieces, type Cell } from '#export';
import { AUTHORISATION } from './authorisation-table.js';
import { inTurns } from './in-turns.js';
import { MARK } from './mark-district.js';
import { codeIn } from './matrix.js';
import type { PopulatedWorld } from './populated-world.js';
import type { RawAnswer } from './raw-client.js';
import { thingsOf } from './things.js';

const AT_ONCE = 8;
const LISTS = Object.keys(EXPORTS) as ExportedList[];
type Row = Record<string, unknown>;

/** Whatever form a list is asked for in, it holds what its page holds for the same person, and nothing besides. */
export function listTests(worldOf: () => PopulatedWorld): void {
  test('a list as a file, or with some of its members, shows nobody a row or a member that its page does not', async () => {
    const world = worldOf();
    await world.signInAgain();
    const things = await thingsOf(world);
    const complaints: string[] = [];
    let compared = 0;
    const look = async (role: Role, name: ExportedList): Promise<void> => {
      const entry = AUTHORISATION[name];
      const id = (entry?.of && things.own[entry.of]) ?? 'none';
      const path = ROUTES[name].path.replace('{id}', id);
      const ask = (query: string): Promise<RawAnswer> =>
        world.client.send({ method: 'GET', path: `${path}?${query}`, as: world.cast[role] });
      const complain = (what: string): void => void complaints.push(`${name} to ${role}: ${what}`);
      const page = await ask('limit=500');
      const answers = { csv: await ask('format=csv'), json: await ask('format=json'), page };
      for (const [form, { status, text }] of Object.entries(answers)) {
        if (text.includes(MARK)) complain(`${form} has words of the other jurisdiction`);
        if (status !== page.status || (status !== 200 && codeIn(text) !== codeIn(page.text)))
          complain(`${form} is answered with ${status} ${codeIn(text)}, the page with ${page.status}`);
      }
      if (page.status !== 200) return;
      const items = (JSON.parse(page.text) as { items: Row[] }).items;
      if (!same(JSON.parse(answers.json.text), items)) complain('the JSON file is not what the page holds');
      if (answers.csv.text !== (await csvOf(name, items)))
        complain('the CSV file is not what the page holds');
      const { names = [] } = sparseFieldsOf(ROUTES[name]) ?? {};
      // Half of them for one person, the other half for the next.
      const half = ROLES.indexOf(role) % 2;
      const some = names.filter((_, i) => i % 2 === half);
      const sparse = await ask(`limit=500&fields=${some.join(',')}`);
      const picked = items.map((item) =>
        Object.fromEntries(Object.entries(item).filter(([member]) => some.includes(member))),
      );
      if (!same((JSON.parse(sparse.text) as { items: Row[] }).items, picked))
        complain(`with fields=${some.join(',')} it is not the page with fewer members`);
      compared += items.length;
    };
    await inTurns(ROLES, AT_ONCE, async (role) => {
      for (const name of LISTS) await look(role, name);
    });
    expect(complaints.sort()).toEqual([]);
    expect(compared).toBeGreaterThan(100);
    expect(world.errors.splice(0)).toEqual([]);
  }, 300_000);

  test('no member is had by naming it that no answer has', async () => {
    const { client, cast } = worldOf();
    for (const field of ['passwordHash', 'snapshot', 'jurisdictionId', '__proto__', 'constructor', 'items']) {
      const { status, text } = await client.send({
        method: 'GET',
        path: `/api/v1/tasks?fields=${field}`,
        as: cast.headquartersOffice,
      });
      expect([field, status, codeIn(text)]).toEqual([field, 400, 'FieldUnknown']);
    }
  });
}

/** The order of members says nothing. */
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}

/** The table that the contract declares of these very items. */
async function csvOf(name: ExportedList, items: readonly Row[]): Promise<string> {
  const { columns } = exportTable(name);
  const rows = items.map((item) =>
    columns.map((column): Cell => {
      const cell = column.of(item as never);
      const isInstant = column.instant === true && typeof cell === 'string';
      return isInstant
        ? new Date(Date.parse(cell) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
        : cell;
    }),
  );
  const pieces: string[] = [];
  // oxlint-disable-next-line typescript/require-await
  const pages = (async function* () {
    yield rows;
  })();
  for await (const piece of csvPieces(
    columns.map(({ heading }) => heading),
    pages,
  ))
    pieces.push(String(piece));
  return pieces.join('');
}
