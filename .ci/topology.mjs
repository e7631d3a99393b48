// The parts of docker-compose.yml by hand: Debian's PostgreSQL and Redis with passwords, the logins and the configuration of
// `deploy/`, one migration, two api and two workers behind the proxy, from what the Dockerfile makes: as a user without rights,
// on files that can only be read, with nothing in the environment but what the Compose file gives.
//
//   PG_URL=postgresql://superuser… IMAGE_NODE=/its/bin/node node .ci/topology.mjs image.json
import { strict as assert } from 'node:assert';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { composeServices } from './compose-services.mjs';
import { freePorts } from './free-ports.mjs';
import { ask, run, start } from './processes.mjs';
import { startProxy } from './proxy.mjs';
import { Visitor } from './visitor.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PASSWORD = 'topology-2024';
/** A Thursday morning of the bundled plan's first weeks, at the usual speed: hours in which people are messaged. */
const CLOCK = '2024-04-18T02:00:00.000Z';

const image = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const outside = new URL(process.env.PG_URL);
const work = mkdtempSync(join(tmpdir(), 'luoshi-topology.'));
chmodSync(work, 0o711);
const [redisPort, proxyPort, ...apiPorts] = await freePorts(5);
const running = new Set();
const began = Date.now();
const say = (text) => console.log(`${((Date.now() - began) / 1000).toFixed(1)} s: ${text}`);

const secrets = join(work, 'secrets');
mkdirSync(secrets, { mode: 0o755 });
for (const name of ['postgres', 'owner', 'app', 'redis'])
  // Characters that a URL has to escape, where nothing else forbids them.
  writeFileSync(
    join(secrets, `${name}_password`),
    `${randomBytes(12).toString('hex')}${name === 'app' ? '@/:%' : ''}\n`,
  );
writeFileSync(join(secrets, 'secret_key'), `${randomBytes(32).toString('base64')}\n`);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
writeFileSync(join(secrets, 'seal_key'), privateKey.export({ type: 'pkcs8', format: 'pem' }));

const files = join(work, 'files');
mkdirSync(files);
chmodSync(files, 0o777);

const service = composeServices(ROOT, {
  secrets,
  postgres: `127.0.0.1:${outside.port}`,
  redis: `127.0.0.1:${redisPort}`,
});

/** What has been started is ended, whatever happens. */
function begin(command, args, env = {}) {
  const child = start(command, args, env);
  running.add(child);
  void child.ended.then(() => running.delete(child));
  return child;
}

/** A program of the image, as its user, with its environment and nothing else. */
function inImage(name, { args = service(name).command, env = {}, entrypoint = image.entrypoint } = {}) {
  const given = {
    PATH: process.env.PATH,
    ...image.env,
    ...service(name).env,
    LUOSHI_BIND: '127.0.0.1',
    LUOSHI_CLOCK: CLOCK,
    LUOSHI_FILES: files,
    ...env,
  };
  const asNobody =
    process.getuid() === 0
      ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', '--no-new-privs']
      : [];
  const [program, ...rest] = [
    ...asNobody,
    'env',
    '-i',
    `--chdir=${image.root}`,
    ...Object.entries(given).map(([key, value]) => `${key}=${value}`),
    // The image's `node`, where that is to be had.
    process.env.IMAGE_NODE ?? process.execPath,
    ...entrypoint.slice(1),
    ...args,
  ];
  return begin(program, rest);
}

const finished = async (child) => {
  assert.equal(await child.ended, 0, child.said());
  return child.output();
};
const healthy = (name, port) =>
  finished(inImage(name, { entrypoint: image.healthcheck, args: [String(port)] }));

async function api(port) {
  const process = inImage('api', { env: { PORT: String(port) } });
  await process.until(/落实网页服务已启动/, 180_000);
  await healthy('api', port);
  return { process, port, url: `http://127.0.0.1:${port}` };
}

async function worker() {
  const [port] = await freePorts(1);
  const args = service('worker').command.map((word) => (word === '8090' ? String(port) : word));
  const process = inImage('worker', { args });
  await process.until(/readyz/, 180_000);
  const url = `http://127.0.0.1:${port}`;
  assert.match(await ask(`${url}/readyz`, 200, 120_000), /"queue":"ok"/);
  await healthy('worker', port);
  return { process, url };
}

/** Two drafted tasks, each with a lead unit of its own, and that unit's liaison. */
async function twoTasks() {
  const place = Object.assign(new URL(outside), { pathname: '/luoshi' });
  const database = new pg.Client({ connectionString: place.toString() });
  await database.connect();
  try {
    const { rows } = await database.query(
      `select distinct on (r.unit_id) t.id, p.username as liaison from luoshi.task t
       join luoshi.responsibility r on r.task_id = t.id and r.kind = 'lead'
       join luoshi.role_assignment a on a.scope_id = r.unit_id::text and a.role = 'liaison'
       join luoshi.person p on p.id = a.person_id join luoshi.credential c on c.person_id = p.id
       where t.state = 'drafted' and not t.needs_assignment
         and (select count(*) from luoshi.responsibility o where o.task_id = t.id and o.kind = 'lead') = 1
       order by r.unit_id, t.code limit 2`,
    );
    assert.equal(rows.length, 2);
    return rows;
  } finally {
    await database.end();
  }
}

const stopped = async ({ process }) =>
  assert.equal(await process.stop('SIGTERM', 120_000), 0, process.said());

try {
  const server = {
    PGHOST: '127.0.0.1',
    PGPORT: outside.port,
    PGUSER: outside.username,
    PGPASSWORD: outside.password,
  };
  await run('sh', [join(ROOT, 'deploy/logins.sh')], { ...server, SECRETS: secrets });
  const redis = { SECRETS: secrets, REDIS_CONFIG: join(work, 'redis.conf'), REDIS_PORT: String(redisPort) };
  const redisOptions = ['--port', String(redisPort), '--bind', '127.0.0.1', '--dir', work];
  const queue = begin('sh', [join(ROOT, 'deploy/start-redis.sh'), ...redisOptions], redis);
  await queue.until(/Ready to accept connections/, 60_000);
  await run('sh', [join(ROOT, 'deploy/redis-answers.sh')], redis);
  const asked = await run('redis-cli', ['-p', String(redisPort), 'config', 'get', 'maxmemory-policy']);
  assert.match(asked, /NOAUTH/, 'Redis answers those who do not know the password');
  const REDISCLI_AUTH = readFileSync(join(secrets, 'redis_password'), 'utf8').trim();
  const set = await run(
    'redis-cli',
    ['-p', String(redisPort), 'config', 'get', 'maxmemory-policy', 'appendonly'],
    { REDISCLI_AUTH },
  );
  assert.deepEqual(set.trim().split('\n').toSorted(), [
    'appendonly',
    'maxmemory-policy',
    'noeviction',
    'yes',
  ]);

  const { applied } = JSON.parse(await finished(inImage('migrate', { args: ['migrate', '--json'] })));
  assert.ok(applied.length > 0);
  assert.deepEqual(JSON.parse(await finished(inImage('migrate', { args: ['migrate', '--json'] }))), {
    applied: [],
  });
  const demo = inImage('migrate', { args: ['start', '--port', '0', '--demo-password', PASSWORD] });
  await demo.until(/落实已启动/, 120_000);
  assert.equal(await demo.stop('SIGTERM', 180_000), 0, demo.said());
  say('logins, Redis with a password, one migration, the demonstration loaded');

  const [first, second] = [await api(apiPorts[0]), await api(apiPorts[1])];
  const workers = [await worker(), await worker()];
  const proxy = await startProxy({
    config: join(ROOT, 'deploy/nginx.conf'),
    work,
    port: proxyPort,
    apiPorts,
    begin,
  });
  await ask(`${proxy}/healthz`, 200, 60_000);
  say('two api, two workers, the proxy before them');

  const hq = new Visitor(first.url);
  await hq.signIn('hq', PASSWORD);
  const elsewhere = hq.at(second.url);
  assert.equal(
    (await elsewhere.json('/api/v1/plans')).items[0].taskCount,
    149,
    'signed in at one, not at the other',
  );
  const alerts = await hq.at(proxy).stream('/api/v1/alerts/stream');
  await alerts.until((event) => event === 'snapshot', 60_000);

  // A unit disputes a task at one; whoever listens at the other sees it.
  const [disputed, notified] = await twoTasks();
  for (const { id } of [disputed, notified]) await hq.act(id, 'confirm');
  await hq.act(disputed.id, 'dispatch');
  const unit = new Visitor(second.url);
  await unit.signIn(disputed.liaison, PASSWORD);
  await unit.act(disputed.id, 'dispute', { reason: '职责不在本单位' });
  await alerts.until((event, data) => event === 'alert' && data.title?.includes('争议'), 60_000);
  say('signed in at one is signed in at the other; a change at one is seen by who listens at the other');

  await Promise.all([workers[0].process.kill(), first.process.kill()]);
  await elsewhere.act(notified.id, 'dispatch');
  const told = new Visitor(proxy);
  await told.signIn(notified.liaison, PASSWORD);
  await told.hears(
    '/api/v1/inbox',
    (inbox) => inbox.items.some(({ kind }) => kind === 'dispatched'),
    120_000,
  );
  await ask(`${workers[1].url}/readyz`, 200, 60_000);
  say('one api and one worker killed: the others do the work');

  const crowd = [elsewhere.at(proxy), told].map((one) =>
    one.keepsAsking(['/api/v1/plans', '/api/v1/session', '/readyz', '/']),
  );
  const third = await api(apiPorts[0]);
  await stopped(second);
  const fourth = await api(apiPorts[2]);
  const fresh = await worker();
  await stopped(workers[1]);
  await stopped(third);
  const answers = (await Promise.all(crowd.map((one) => one.end()))).flat();
  const failed = answers.filter(({ status }) => status !== 200);
  assert.ok(answers.length > 100, `only ${answers.length} requests`);
  assert.deepEqual(failed.slice(0, 5), [], `${failed.length} of ${answers.length} requests failed`);
  say(`every process restarted in turn: ${answers.length} requests through the proxy, none failed`);

  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const verified = await finished(inImage('worker', { args: ['audit', 'verify', '--key', key, '--json'] }));
  const [{ seals }] = JSON.parse(verified);
  assert.ok(seals.count > 0, `no worker sealed: ${verified}`);
  await stopped(fourth);
  await stopped(fresh);
  alerts.end();
  assert.equal(await queue.stop('SIGTERM', 120_000), 0);
  say('the trail holds, sealed with the key that was given; everything stopped as asked');
} finally {
  for (const child of running) await child.kill();
  rmSync(work, { recursive: true, force: true });
}
