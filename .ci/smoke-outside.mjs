// Everything in one process on an outside PostgreSQL (PG_URL, a superuser's), on one login, with the queue in PostgreSQL too.
import { strict as assert } from 'node:assert';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { ask, start } from './processes.mjs';

const { PG_URL } = process.env;
const password = randomBytes(18).toString('hex');
const admin = new pg.Client({ connectionString: PG_URL });
await admin.connect();
try {
  await admin.query(`create role luoshi_all login password '${password}' createrole`);
  await admin.query('create database luoshi_all owner luoshi_all template template0');
} finally {
  await admin.end();
}

const url = new URL(PG_URL);
Object.assign(url, { username: 'luoshi_all', password, pathname: '/luoshi_all' });
const env = { DATABASE_URL: url.toString(), DATABASE_OWNER_URL: '', REDIS_URL: '' };
const args = ['apps/cli/bin/luoshi.js', 'start', '--port', '0', '--no-seed'];
const all = start(process.execPath, args, env);
const [, page] = await all.until(/落实已启动：(http:\/\/\S+)/, 180_000);
await ask(`${page}/readyz`, 200, 60_000);
assert.equal(await all.stop('SIGTERM', 180_000), 0, all.said());
console.log('start on one login, queue in PostgreSQL, nothing loaded: up, ready, stopped');
