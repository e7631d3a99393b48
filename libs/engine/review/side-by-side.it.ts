import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DraftBody } from '#plan';
import { createTestDatabase, type TestDatabase } from '#testing';
import { actOnDraftTask, actOnPlanReview, correctDraftTask } from './index.js';
import { ReviewDesk } from './testing/review-desk.js';

let db: TestDatabase;
let desk: ReviewDesk;
beforeAll(async () => {
  db = await createTestDatabase();
  desk = await ReviewDesk.open(db.database);
});
afterAll(() => db.drop());

/** What a person does, on what they saw before anybody did anything. */
type Move =
  | { kind: 'title'; task: number; words: string }
  | { kind: 'deadline'; task: number; day: number }
  | { kind: 'confirm'; task: number }
  | { kind: 'confirmAll' };

const task = fc.integer({ min: 0, max: 4 });
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    kind: fc.constant('title' as const),
    task,
    words: fc.stringMatching(/^[甲乙丙丁戊己庚辛]{2,8}$/),
  }),
  fc.record({ kind: fc.constant('deadline' as const), task, day: fc.integer({ min: 10, max: 28 }) }),
  fc.record({ kind: fc.constant('confirm' as const), task }),
  fc.constant({ kind: 'confirmAll' as const }),
);

describe('several persons at one review at the same time', () => {
  it('lose nothing: what was taken is there, what was refused had been changed under their eyes', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 2, maxLength: 8 }), async (moves) => {
        run += 1;
        const seen = (await desk.read()).drafts;
        const { version } = (await desk.read()).review;
        const outcomes = await Promise.all(
          moves.map((one, i) => play(desk.other(`run ${run}, person ${i}`), one, seen)),
        );
        const after = await desk.read();
        const byId = new Map(after.drafts.map((row) => [row.id, row]));
        // A task that anybody saw at a version was changed at most once from that version on.
        for (const [at, before] of seen.entries()) {
          const onIt = moves.filter((one, i) => outcomes[i]?.ok === true && touches(one, at, seen));
          expect(onIt.length).toBeLessThanOrEqual(1);
          const now = byId.get(before.id);
          const [done] = onIt;
          if (done === undefined) expect(now).toEqual(before);
          else expectDone(done, now);
        }
        for (const outcome of outcomes)
          if (!outcome.ok) expect(['VersionConflict', 'EventNotAllowed']).toContain(outcome.rejection.code);
        // Whoever came first was let in.
        expect(outcomes.some(({ ok }) => ok)).toBe(true);
        const steps = await desk.rows<{ seq: number }>(
          'select seq from plan_review_step where review_id = $1 and seq > $2 order by seq',
          [desk.reviewId, version],
        );
        expect(steps.map(({ seq }) => seq)).toEqual(steps.map((_, i) => version + 1 + i));
        expect(after.review.version).toBe(version + steps.length);
        for (const { code, state } of after.drafts)
          if (state === 'confirmed') await desk.act(code, { type: 'doubt' });
      }),
      { numRuns: 12 },
    );
  });

  it('who cut and joined the same tasks at once did it once, and no word of the text is lost or doubled', async () => {
    const seen = (await desk.read()).drafts;
    const words = (rows: typeof seen): string =>
      rows.map(({ body }) => (body as DraftBody).task.text.replace(/\s/g, '')).join('');
    const tasks = seen.slice(0, 3).map(({ id, version }) => ({ id, version }));
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, (_, i) => {
        const other = desk.other(`joining ${i}`);
        return actOnPlanReview(other.engine.context, { ...other.command(), act: { type: 'merge', tasks } });
      }),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const after = (await desk.read()).drafts;
    expect(after).toHaveLength(seen.length - 2);
    expect(words(after)).toBe(words(seen));
  });

  it('the same bytes sent twice at the same moment open one review', async () => {
    const bytes = new TextEncoder().encode('1.修路。年底前修好。（区民政局牵头，区教育局配合）\n');
    const uploads = await Promise.all(
      Array.from({ length: 3 }, (_, i) => desk.other(`upload ${i}`).upload(bytes)),
    );
    const ids = uploads.map((one) => (one.ok ? one.value.reviewId : one.rejection.code));
    expect(new Set(ids).size).toBe(1);
    expect(uploads.filter((one) => one.ok && !one.value.alreadyOpen)).toHaveLength(1);
  });
});

type Row = Awaited<ReturnType<ReviewDesk['read']>>['drafts'][number];

function play(other: ReviewDesk, one: Move, seen: readonly Row[]) {
  const { context } = other.engine;
  if (one.kind === 'confirmAll') {
    const tasks = seen.map(({ id, version }) => ({ id, version }));
    return actOnPlanReview(context, { ...other.command(), act: { type: 'confirm', tasks } });
  }
  const row = seen[one.task];
  const at = { draftTaskId: row?.id ?? '', expectedVersion: row?.version ?? 0 };
  if (one.kind === 'confirm')
    return actOnDraftTask(context, { ...other.command(), ...at, act: { type: 'confirm' } });
  const correction =
    one.kind === 'title'
      ? { title: `${one.words}${other.desk}` }
      : { deadlines: [{ date: `2025-11-${one.day}`, raw: other.desk, inferred: false }] };
  return correctDraftTask(context, { ...other.command(), ...at, correction });
}

const touches = (one: Move, at: number, seen: readonly Row[]): boolean =>
  one.kind === 'confirmAll' ? seen[at]?.state === 'proposed' : one.task === at && !isAsItWas(one, seen[at]);

/** A date that stands there already is no correction: it is taken, and changes nothing. */
const isAsItWas = (one: Move, row: Row | undefined): boolean =>
  one.kind === 'deadline' &&
  (row?.body as DraftBody).task.deadlines[0]?.date === `2025-11-${one.day}` &&
  (row?.body as DraftBody).task.deadlines.length === 1;

function expectDone(one: Move, now: Row | undefined): void {
  const body = now?.body as DraftBody;
  if (one.kind === 'title') expect(body.label ?? body.task.title).toContain(one.words);
  else if (one.kind === 'deadline') expect(body.task.deadlines[0]?.date).toBe(`2025-11-${one.day}`);
  else expect(now?.state).toBe('confirmed');
}
