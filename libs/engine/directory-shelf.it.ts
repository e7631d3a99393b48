import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identifierOf, personIdOf } from '#accountability';
import { insertRoleAssignments, lockSubjects, type SubjectRow, type Transaction } from '#persistence';
import { createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { DirectoryShelf } from './directory-shelf.js';
import { PlaceShelf } from './place-shelf.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await Story.begin(db.database, '2024-09-23 09:00', 1);
});
afterAll(() => db.drop());

const DAY = '2024-09-23';
const inDistrict = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, work);
const markOf = async (tx: Transaction): Promise<string> => {
  const [row] = await tx.query<{ mark: string }>('select directory_mark as mark from jurisdiction');
  return row?.mark ?? '';
};

const appointed = (tx: Transaction): Promise<void> =>
  insertRoleAssignments(tx, [
    {
      id: identifierOf('appointed', 'role'),
      personId: personIdOf(SMALL_DISTRICT, 'head'),
      role: 'auditor',
      scopeKind: 'jurisdiction',
      scopeId: SMALL_DISTRICT,
      validFrom: null,
      validTo: null,
    },
  ]);

it('keeps the directory until somebody is appointed, and then reads it again', async () => {
  const shelf = new DirectoryShelf();
  const look = (): ReturnType<DirectoryShelf['of']> =>
    inDistrict(async (tx) => shelf.of(tx, await markOf(tx), DAY));
  const first = await look();
  expect(await look()).toBe(first);
  await inDistrict(appointed);
  const second = await look();
  expect(second.holders).toHaveLength(first.holders.length + 1);
  expect(await inDistrict((tx) => shelf.of(tx, 'no mark of ours', '2024-09-24'))).not.toBe(second);
});

it('is not misled by an appointment that was rolled back', async () => {
  const shelf = new DirectoryShelf();
  let seen = 0;
  const undone = inDistrict(async (tx) => {
    await tx.execute(`update person set active = false where username = 'liaison'`);
    seen = (await shelf.of(tx, await markOf(tx), DAY)).holders.length;
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  const now = await inDistrict(async (tx) => shelf.of(tx, await markOf(tx), DAY));
  expect(now.holders).toHaveLength(seen + 1);
});

describe('what plans, actions and tasks are called', () => {
  const firstTasks = (tx: Transaction): Promise<{ id: string; title: string }[]> =>
    tx.query(`select id, title from task order by code limit 1`);
  const locked = (shelf: PlaceShelf, tx: Transaction, id: string): Promise<SubjectRow | undefined> =>
    shelf.lock(tx, 'task', [id]).then(([row]) => row);

  it('is what the locking read with all names says, of every kind of subject', async () => {
    const shelf = new PlaceShelf();
    await inDistrict(async (tx) => {
      for (const [kind, table] of [
        ['task', 'task'],
        ['obligation', 'obligation'],
        ['reportingLine', 'reporting_line'],
      ] as const) {
        const rows = await tx.query<{ id: string }>(`select id from ${table} order by id`);
        const ids = rows.map(({ id }) => id);
        expect(await shelf.lock(tx, kind, ids)).toEqual(await lockSubjects(tx, kind, ids));
      }
    });
  });

  it.each([
    ['a task is renamed', `update task set title = '另一个名称' where id = $1`, { taskTitle: '另一个名称' }],
    [
      'a plan is renamed',
      `update plan set title = '另一个方案' where id = (select plan_id from task where id = $1)`,
      { planTitle: '另一个方案' },
    ],
    [
      'an action gets another code',
      `update action set code = 'Z9' where id = (select action_id from task where id = $1)`,
      { actionCode: 'Z9' },
    ],
  ])('is read again after %s', async (_, change, expected) => {
    const shelf = new PlaceShelf();
    const [task] = await inDistrict(firstTasks);
    const id = task?.id ?? '';
    const before = await inDistrict((tx) => locked(shelf, tx, id));
    const undone = inDistrict(async (tx) => {
      await tx.execute(change, [id]);
      expect(await locked(shelf, tx, id)).toMatchObject(expected);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await inDistrict((tx) => locked(shelf, tx, id))).toEqual(before);
    await inDistrict((tx) => tx.execute(change, [id]));
    expect(await inDistrict((tx) => locked(shelf, tx, id))).toMatchObject(expected);
  });
});
