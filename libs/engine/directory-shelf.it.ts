import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { identifierOf, personIdOf } from '#accountability';
import { insertRoleAssignments, type Transaction } from '#persistence';
import { createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { DirectoryShelf } from './directory-shelf.js';

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
