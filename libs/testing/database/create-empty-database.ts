import { randomBytes } from 'node:crypto';
import { asOwner } from './as-owner.js';
import { dropDatabase } from './drop-database.js';
import { testServer, withDatabase } from './test-server.js';

export interface EmptyDatabase {
  ownerUrl: string;
  appUrl: string;
  /** Removes it. Throws where somebody left a connection open, and says who. */
  drop(): Promise<void>;
}

/** A database with nothing in it: for what migrations themselves do. */
export async function createEmptyDatabase(): Promise<EmptyDatabase> {
  const server = await testServer();
  const name = `luoshi_test_${randomBytes(6).toString('hex')}`;
  await asOwner(server.ownerUrl, (owner) => owner.query(`create database ${name} template template0`));
  return {
    ownerUrl: withDatabase(server.ownerUrl, name),
    appUrl: withDatabase(server.appUrl, name),
    drop: () => asOwner(server.ownerUrl, (owner) => dropDatabase(owner, name)),
  };
}
