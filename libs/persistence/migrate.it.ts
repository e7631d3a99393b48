import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { asOwner, createEmptyDatabase, type EmptyDatabase } from '#testing';
import { migrate, openDatabase } from './index.js';
import { MIGRATION_NAMES } from './migrations.js';

let empty: EmptyDatabase;
beforeEach(async () => {
  empty = await createEmptyDatabase();
});
afterEach(() => empty.drop());

describe('migrating', () => {
  it('brings an empty database up to date, in order', async () => {
    await expect(migrate(empty.ownerUrl)).resolves.toEqual({ applied: MIGRATION_NAMES });
  });

  it('has nothing to do the second time', async () => {
    await migrate(empty.ownerUrl);
    await expect(migrate(empty.ownerUrl)).resolves.toEqual({ applied: [] });
  });

  it('lets one of several migrators do the work while the others wait', async () => {
    const results = await Promise.all([1, 2, 3].map(() => migrate(empty.ownerUrl)));
    expect(results.map(({ applied }) => applied.length).sort()).toEqual([0, 0, MIGRATION_NAMES.length]);
  });

  it('gives up with a reason where another migrator does not come to an end', async () => {
    const stuck = new pg.Client({ connectionString: empty.ownerUrl });
    await stuck.connect();
    await stuck.query('select pg_advisory_lock($1)', [0x6c756f736869]);
    await expect(migrate(empty.ownerUrl, { waitMs: 50 })).rejects.toMatchObject({ code: 'MIGRATION_LOCKED' });
    await stuck.end();
    await expect(migrate(empty.ownerUrl)).resolves.toEqual({ applied: MIGRATION_NAMES });
  });

  it('leaves nothing of a migration that fails half way', async () => {
    await asOwner(empty.ownerUrl, (owner) =>
      owner.query('create schema luoshi; create table luoshi.event (x int)'),
    );
    await expect(migrate(empty.ownerUrl)).rejects.toMatchObject({ code: 'MIGRATION_FAILED' });
    const left = await asOwner(empty.ownerUrl, (owner) =>
      owner.query(
        `select relname from pg_class where relnamespace = 'luoshi'::regnamespace and relkind = 'r'`,
      ),
    );
    expect(left.rows.map((row: { relname: string }) => row.relname).sort()).toEqual([
      'event',
      'schema_migration',
    ]);
  });

  it('refuses a place where nobody answers, a missing database and an address of another kind', async () => {
    const at = (change: (url: URL) => void): string => {
      const url = new URL(empty.ownerUrl);
      change(url);
      return url.toString();
    };
    const closed = at((url) => (url.port = '1'));
    await expect(migrate(closed)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    const missing = at((url) => (url.pathname = '/luoshi_not_there'));
    await expect(migrate(missing)).rejects.toMatchObject({ code: 'DATABASE_MISSING' });
    await expect(migrate('mysql://x')).rejects.toMatchObject({ code: 'DATABASE_URL_INVALID' });
  });
});

describe('opening', () => {
  it('refuses a database that was never migrated', async () => {
    await asOwner(empty.ownerUrl, (owner) =>
      owner.query('create schema luoshi; grant usage on schema luoshi to public'),
    );
    await expect(openDatabase(empty)).rejects.toMatchObject({ code: 'DATABASE_SCHEMA_MISSING' });
  });

  it('refuses tables that are older or newer than the program', async () => {
    await migrate(empty.ownerUrl);
    const change = (sql: string): Promise<unknown> => asOwner(empty.ownerUrl, (owner) => owner.query(sql));
    await change(`insert into luoshi.schema_migration (timestamp, name) values (1, 'FromTheFuture1')`);
    await expect(openDatabase(empty)).rejects.toMatchObject({ code: 'DATABASE_SCHEMA_NEWER' });
    await change(`delete from luoshi.schema_migration where name like 'Row%' or name like 'From%'`);
    await expect(openDatabase(empty)).rejects.toMatchObject({ code: 'DATABASE_SCHEMA_OUTDATED' });
  });

  it('refuses to act as a role that owns tables: row-level security would not hold for it', async () => {
    await migrate(empty.ownerUrl);
    await asOwner(empty.ownerUrl, (owner) => owner.query('alter table luoshi.heartbeat owner to luoshi_app'));
    const refused = openDatabase(empty);
    await expect(refused).rejects.toMatchObject({ code: 'APP_ROLE_TOO_POWERFUL' });
    await expect(refused).rejects.toThrow('heartbeat');
  });

  it('acts as luoshi_app also when it was given the owner’s login only', async () => {
    await migrate(empty.ownerUrl);
    const database = await openDatabase({ ownerUrl: empty.ownerUrl });
    const who = await database.outsideTenants((tx) => tx.query('select current_user::text as who'));
    await database.close();
    expect(who).toEqual([{ who: 'luoshi_app' }]);
  });
});
