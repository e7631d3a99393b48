import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { carryOutDraw, commitDraw, freezeDraw, type Outcome } from '#engine';
import { actor, createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { commitmentOf } from '#truth';
import { runMain } from '../testing/run-main.js';

const SECRET = '5e'.repeat(32);
let db: TestDatabase;
let folder: string;
let drawId: string;
let story: Story;

const by = (key: string) => ({
  jurisdictionId: SMALL_DISTRICT,
  actor: actor('supervisor'),
  idempotencyKey: key,
});

function allowed<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.rejection.code);
  return outcome.value;
}

beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'luoshi-draw-'));
  story = await Story.begin(db.database, '2024-09-23 09:00', 3);
  for (const task of [1, 2, 3]) await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
  for (const task of [1, 2, 3]) await story.task('2024-09-23 10:00', 'hq', task, 'dispatch');
  for (const task of [1, 2, 3]) await story.task('2024-09-24 09:00', 'liaison', task, 'sign');
  await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 30);
  const [plan] = await story.read<{ id: string }>('select id from plan');
  const { context } = story.engine;
  ({ drawId } = allowed(
    await commitDraw(context, { ...by('commit'), planId: plan?.id ?? '', secret: SECRET }),
  ));
  allowed(await freezeDraw(context, { ...by('freeze'), drawId }));
});
afterAll(async () => {
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('luoshi draw', () => {
  it('lists a draw that is open without its secret, and exports none that is not drawn', async () => {
    const { code, out } = await runMain(db, 'draw', 'list');
    expect(code).toBe(0);
    expect(out).toContain(drawId);
    expect(out).toContain('名单已冻结');
    expect(out).toContain(commitmentOf(drawId, SECRET));
    expect(out + (await runMain(db, 'draw', 'list', '--json')).out).not.toContain(SECRET);
    const early = await runMain(db, 'draw', 'export', drawId, '--out', join(folder, 'early.json'));
    expect(early.code).toBe(1);
    expect(early.err).toContain('尚未抽签');
  });

  it('exports what was drawn, repeats it without the record, and finds a figure that was changed', async () => {
    allowed(await carryOutDraw(story.engine.context, { ...by('draw'), drawId }));
    const file = join(folder, 'draw.json');
    expect((await runMain(db, 'draw', 'export', drawId, '--out', file)).code).toBe(0);
    const nowhere = { appUrl: 'postgres://127.0.0.1:1/none', ownerUrl: 'postgres://127.0.0.1:1/none' };
    const repeated = await runMain(
      nowhere,
      ...['draw', 'repeat', file, '--commitment', commitmentOf(drawId, SECRET)],
    );
    expect(repeated).toMatchObject({ code: 0, out: expect.stringContaining('重抽结果与记录一致') });

    const forged = join(folder, 'forged.json');
    await writeFile(forged, (await readFile(file, 'utf8')).replace('"count": 5', '"count": 1'));
    const found = await runMain(nowhere, 'draw', 'repeat', forged);
    expect(found.code).toBe(1);
    expect(found.out).toMatch(/不一致：.+\n第一处不同在 record/u);
  });
});
