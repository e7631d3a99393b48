import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectPath } from '../project-path.js';

/** As its documentation has it; the types that come with it do not resolve. */
interface Linter {
  lintFiles(
    paths: string[],
    below: boolean,
  ): { messages: { rule: string; type: string; message: string }[] }[];
}
const name: string = 'dclint';
const linting: unknown = await import(name);
const { DCLinter } = linting as { DCLinter: new (config: object) => Linter };

interface Service {
  image: string;
  build?: string;
  command?: string[];
  user?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  volumes?: string[];
  ports?: string[];
  container_name?: string;
  networks: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck: { test?: string[]; disable?: boolean };
  restart: string;
  logging: { options: Record<string, string> };
  deploy: { resources: { limits: { cpus: string; memory: string; pids: number } } };
}
interface Compose {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  networks: Record<string, { internal?: boolean }>;
  volumes: Record<string, unknown>;
}

const FILE = projectPath('docker-compose.yml');
const text = readFileSync(FILE, 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`no service ${name}`);
  return found;
};
const OURS = ['migrate', 'api', 'worker'].map(service);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'luoshi-compose.'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the schema of the Compose specification, and the checks that go with it, have against a file. */
function errorsOf(path: string): { rule: string; message: string }[] {
  const linter = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] });
  return linter
    .lintFiles([path], false)
    .flatMap(({ messages }) => messages)
    .filter(({ type }) => type === 'error')
    .map(({ rule, message }) => ({ rule, message }));
}

describe('the Compose file', () => {
  it('is one by the schema of the Compose specification', () => {
    expect(errorsOf(FILE)).toEqual([]);
    const broken = join(folder, 'docker-compose.yml');
    writeFileSync(broken, text.replace('condition: service_healthy', 'condition: service_fine'));
    expect(errorsOf(broken)).toContainEqual(expect.objectContaining({ rule: 'invalid-schema' }));
  });

  it.each(['deploy/compose.s3.yml', 'deploy/compose.sign-in.yml'])(
    'takes %s besides, whose secrets come as files',
    (more) => {
      expect(errorsOf(projectPath(more))).toEqual([]);
      const besides = parse(readFileSync(projectPath(more), 'utf8')) as Pick<Compose, 'services' | 'secrets'>;
      const { environment = {}, secrets = [] } = besides.services['api'] ?? {};
      expect(secrets).toEqual(Object.keys(besides.secrets));
      for (const secret of secrets) expect(Object.values(environment)).toContain(`/run/secrets/${secret}`);
      for (const [name, value] of Object.entries(environment))
        if (/SECRET/.test(name))
          expect([name, value]).toEqual([name, expect.stringMatching(/^\/run\/secrets\//)]);
    },
  );

  it('names no setting that nobody reads', () => {
    const files = ['docker-compose.yml', 'deploy/compose.s3.yml', 'deploy/compose.sign-in.yml'];
    const named = files.flatMap((file) =>
      Object.entries((parse(readFileSync(projectPath(file), 'utf8'), { merge: true }) as Compose).services)
        .filter(([name]) => ['migrate', 'api', 'worker'].includes(name))
        .flatMap(([, { environment = {} }]) => Object.keys(environment)),
    );
    const folder = projectPath('libs/config');
    const read = readdirSync(folder)
      .filter((file) => !file.includes('.spec.'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    expect(named.length).toBeGreaterThan(20);
    for (const name of named) expect([name, read.includes(name.replace(/_FILE$/, ''))]).toEqual([name, true]);
  });

  it('has no default password, and none in any environment', () => {
    expect(text).not.toMatch(/PASSWORD\s*:\s*\S/);
    for (const [, { environment = {} }] of services)
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET|KEY/.test(name))
          expect([name, value]).toEqual([
            expect.stringMatching(/_FILE$/),
            expect.stringMatching(/^\/run\/secrets\//),
          ]);
        if (/_URL$/.test(name) && URL.canParse(value)) expect(new URL(value).password).toBe('');
        expect(value).not.toMatch(/\$\{[^}]*(PASSWORD|SECRET|KEY)/);
      }
    const used = new Set(services.flatMap(([, { secrets = [] }]) => secrets));
    expect([...used].sort()).toEqual(Object.keys(compose.secrets).sort());
    for (const { file } of Object.values(compose.secrets))
      expect(file).toMatch(/^\$\{LUOSHI_SECRETS:-\.\/secrets\}\/\w+$/);
    expect(readFileSync(projectPath('.gitignore'), 'utf8')).toMatch(/^secrets\/$/m);
  });

  it('gives every part only the secrets that it reads', () => {
    for (const [name, { environment = {}, secrets = [] }] of services) {
      const read = Object.values(environment).flatMap(
        (value) => /^\/run\/secrets\/(\w+)$/.exec(value)?.[1] ?? [],
      );
      if (name !== 'postgres' && name !== 'redis')
        expect([name, secrets.toSorted()]).toEqual([name, read.toSorted()]);
    }
    for (const running of [service('api'), service('worker')]) {
      expect(running.secrets).not.toContain('owner_password');
      expect(running.environment).not.toHaveProperty('DATABASE_OWNER_URL');
    }
  });

  it('bounds every part in memory, processors, processes and logs, and starts it again', () => {
    for (const [name, { deploy, logging, restart }] of services) {
      const { cpus, memory, pids } = deploy.resources.limits;
      expect([name, Number(cpus) > 0, /^\d+[mg]$/.test(memory), pids > 0]).toEqual([name, true, true, true]);
      expect(logging.options).toEqual({ 'max-size': '10m', 'max-file': '5' });
      expect([name, restart]).toEqual([name, name === 'migrate' ? 'no' : 'unless-stopped']);
    }
  });

  it('lets nothing of ours, nor the proxy or Redis, write beside its volume or gain rights', () => {
    for (const one of [...OURS, service('redis'), service('proxy')]) {
      expect(one).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    }
    expect([service('redis').user, service('proxy').user]).toEqual(['redis', 'nginx']);
    for (const one of OURS)
      expect(one.volumes).toEqual(one === service('worker') ? undefined : ['files:/luoshi/files']);
  });

  it('asks after the health of everything that goes on running, and orders the start by it', () => {
    for (const [name, { healthcheck }] of services) {
      if (name === 'migrate') expect(healthcheck).toEqual({ disable: true });
      else expect([name, (healthcheck.test ?? []).length > 1]).toEqual([name, true]);
    }
    for (const running of [service('api'), service('worker')])
      expect(running.depends_on).toEqual({
        migrate: { condition: 'service_completed_successfully' },
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
    expect(service('migrate').depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  });

  it('lets api and worker run in any number: only the proxy has a port of the host, and on this machine alone', () => {
    for (const [name, { ports, container_name }] of services) {
      expect([name, container_name]).toEqual([name, undefined]);
      if (name !== 'proxy') expect([name, ports]).toEqual([name, undefined]);
    }
    expect(service('proxy').ports).toEqual(['127.0.0.1:${LUOSHI_PORT:-3000}:8080']);
    const proxy = readFileSync(projectPath('deploy/nginx.conf'), 'utf8');
    expect(proxy).toContain('listen 8080;');
    expect(proxy).toContain('set $api http://api:3000;');
  });

  it('keeps database and queue where nothing but ours reaches them', () => {
    expect(compose.networks['store']).toEqual({ internal: true });
    for (const [name, { networks }] of services)
      if (name === 'postgres' || name === 'redis') expect([name, networks]).toEqual([name, ['store']]);
    expect(service('proxy').networks).toEqual(['outside']);
    expect(Object.keys(compose.volumes)).toEqual(['database', 'files', 'queue']);
  });

  it('hands in only files that there are, to be read only', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes).filter((one) => one.startsWith('./'));
    expect(mounted.length).toBeGreaterThan(3);
    for (const one of mounted) {
      const [from = '', , mode] = one.split(':');
      expect([from, existsSync(projectPath(from)), mode]).toEqual([from, true, 'ro']);
    }
    expect(readFileSync(projectPath('deploy/start-redis.sh'), 'utf8')).toMatch(
      /appendonly yes[\s\S]*maxmemory-policy noeviction/,
    );
  });
});
