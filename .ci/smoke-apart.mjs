// On an outside PostgreSQL (PG_URL, a superuser's) and Redis (REDIS_URL): first as on real servers, with an owner for
// migrations, a login of the application, and page and worker as processes of their own; then everything in one
// process on one login.
import { strict as assert } from 'node:assert';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { ask, run, start, tasksSeenBy } from './processes.mjs';

const { PG_URL, REDIS_URL } = process.env;
const PASSWORD = 'smoke-test-2024';
const luoshi = (...args) => [process.execPath, ['apps/cli/bin/luoshi.js', ...args]];

/** A login with a database of its own; returns its URL. */
async function login(admin, name, { options = '', database }) {
  const password = randomBytes(18).toString('hex');
  await admin.query(`create role ${name} login password '${password}' ${options}`);
  const url = new URL(PG_URL);
  url.username = name;
  url.password = password;
  url.pathname = `/${database}`;
  return url.toString();
}

const admin = new pg.Client({ connectionString: PG_URL });
await admin.connect();
try {
  // Roles belong to the cluster: tests that ran on it before have left this one.
  const there = await admin.query("select from pg_roles where rolname = 'luoshi_app'");
  if (there.rowCount === 0) await admin.query('create role luoshi_app nologin nosuperuser nobypassrls');
  await apart();
  await together();
} finally {
  await admin.end();
}

async function apart() {
  const owner = await login(admin, 'luoshi_owner', { database: 'luoshi' });
  const application = await login(admin, 'luoshi_web', { options: 'in role luoshi_app', database: 'luoshi' });
  await admin.query('create database luoshi owner luoshi_owner template template0');

  const owning = { DATABASE_OWNER_URL: owner, DATABASE_URL: application, REDIS_URL };
  const { applied } = JSON.parse(await run(...luoshi('migrate', '--json'), owning));
  assert.ok(applied.length > 0);
  assert.deepEqual(JSON.parse(await run(...luoshi('migrate', '--json'), owning)), { applied: [] });

  // The demonstration is loaded by the one who may do everything; page and worker then go on without the owner's login.
  const loading = start(...luoshi('start', '--port', '0', '--demo-password', PASSWORD), owning);
  await loading.until(/落实已启动/, 300_000);
  assert.equal(await loading.stop('SIGTERM', 60_000), 0, loading.said());

  const env = { DATABASE_URL: application, DATABASE_OWNER_URL: '', REDIS_URL };
  const worker = start(...luoshi('worker', '--health-port', '0'), env);
  const [, health] = await worker.until(/(http:\/\/127\.0\.0\.1:\d+)\/readyz/, 60_000);
  assert.match(await ask(`${health}/readyz`, 200, 30_000), /"queue":"ok"/);
  const api = start(...luoshi('api', '--port', '0'), env);
  const [, page] = await api.until(/(http:\/\/\S+:\d+)/, 60_000);
  await ask(`${page}/healthz`, 200, 10_000);
  await ask(`${page}/readyz`, 200, 10_000);
  assert.match(await ask(page, 200, 10_000), /<div id="root">/);
  assert.equal(await tasksSeenBy(page, 'hq', PASSWORD), 149);
  await run(...luoshi('audit', 'verify'), env);
  assert.equal(await api.stop('SIGTERM', 60_000), 0, api.said());
  assert.equal(await worker.stop('SIGTERM', 60_000), 0, worker.said());
  console.log(
    'migrate, demonstration, api and worker on two logins and Redis: up, 149 tasks, trail holds, stopped',
  );
}

async function together() {
  const url = await login(admin, 'luoshi_all', { options: 'createrole', database: 'luoshi_all' });
  await admin.query('create database luoshi_all owner luoshi_all template template0');
  const env = { DATABASE_URL: url, DATABASE_OWNER_URL: '', REDIS_URL: '' };
  const all = start(...luoshi('start', '--port', '0', '--no-seed'), env);
  const [, page] = await all.until(/落实已启动：(http:\/\/\S+)/, 60_000);
  await ask(`${page}/readyz`, 200, 10_000);
  assert.equal(await all.stop('SIGTERM', 60_000), 0, all.said());
  console.log('start on one login, queue in PostgreSQL, nothing loaded: up, ready, stopped');
}
