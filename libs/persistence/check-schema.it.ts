import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asOwner, createTestDatabase, type TestDatabase } from '#testing';
import { checkSchema } from './index.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  // Written anew on request: UPDATE_SCHEMA=1 npm test -- check-schema
  if (process.env['UPDATE_SCHEMA'] === '1') await checkSchema(db.ownerUrl, { write: true });
});
afterAll(() => db.drop());

describe('entities, migrations and schema.sql', () => {
  it('say the same', async () => {
    await expect(checkSchema(db.ownerUrl)).resolves.toEqual({ entities: [], schemaSql: [] });
  });

  it.each([
    ['a column’s type', 'alter table luoshi.unit alter kind type varchar(9)', 'unit.kind'],
    ['whether a column may be null', 'alter table luoshi.unit alter kind drop not null', 'unit.kind'],
    ['a default', `alter table luoshi.unit alter kind set default 'x'`, 'unit.kind'],
    ['a column that no entity has', 'alter table luoshi.unit add extra integer', 'unit.extra'],
    ['a table that no entity has', 'create table luoshi.extra (id integer primary key)', 'extra.id'],
    ['a column that is gone', 'alter table luoshi.heartbeat drop beat_at', 'heartbeat.beat_at'],
  ])('are found to differ in %s', async (_what, sql, column) => {
    const copy = await createTestDatabase();
    await asOwner(copy.ownerUrl, (owner) => owner.query(sql));
    const { entities, schemaSql } = await checkSchema(copy.ownerUrl);
    await copy.drop();
    expect(entities).toEqual([expect.stringContaining(column)]);
    expect(schemaSql).not.toEqual([]);
  });

  it.each([
    ['an index', 'drop index luoshi.event_at'],
    ['a policy', 'alter policy seen on luoshi.task using (true)'],
    ['row-level security', 'alter table luoshi.task disable row level security'],
    ['a privilege', 'grant delete on luoshi.task to luoshi_app'],
    ['a trigger', 'drop trigger event_is_kept on luoshi.event'],
    ['a function', `alter function luoshi.session_of(text) security invoker`],
    ['a constraint', 'alter table luoshi.alert drop constraint alert_state_check'],
  ])('are found to differ in %s', async (_what, sql) => {
    const copy = await createTestDatabase();
    await asOwner(copy.ownerUrl, (owner) => owner.query(sql));
    const { schemaSql } = await checkSchema(copy.ownerUrl);
    await copy.drop();
    expect(schemaSql).not.toEqual([]);
  });
});
