import { createEngine, type Actor, type Engine, type Fault, type Outcome } from '#engine';
import type { Database } from '#persistence';
import { actor, SMALL_DISTRICT, Story } from '#testing';
import {
  actOnDraftTask,
  actOnPlanReview,
  addDraftTask,
  correctDraftTask,
  correctPlanFacts,
  dispatchOutlook,
  dispatchPlan,
  readReview,
  uploadPlan,
  type DispatchOutlook,
  type DraftAct,
  type ReviewAct,
  type ReviewDone,
  type ReviewFacts,
  type ReviewReading,
  type TaskCorrection,
} from '../index.js';
import { bytesOf, SMALL_DOCUMENT } from './small-document.js';

/** The small district with somebody at the desk where plans are reviewed. Drafts are named by their codes. */
export class ReviewDesk {
  #keys = 0;
  reviewId = '';

  private constructor(
    readonly database: Database,
    readonly engine: Engine,
    readonly who: Actor,
    readonly desk: string,
  ) {}

  static async open(database: Database, text: string | null = SMALL_DOCUMENT): Promise<ReviewDesk> {
    const story = await Story.begin(database, '2025-03-12 09:00', 1);
    const desk = new ReviewDesk(database, story.engine, actor('hq'), 'first');
    if (text !== null) await desk.upload(bytesOf(text));
    return desk;
  }

  /** The same desk in another process, or another person's view of the same review. */
  other(name: string, fault?: Fault, who: Actor = this.who): ReviewDesk {
    const { clock } = this.engine.context;
    const engine = createEngine({ database: this.database, clock, ...(fault ? { fault } : {}) });
    const other = new ReviewDesk(this.database, engine, who, name);
    other.reviewId = this.reviewId;
    return other;
  }

  command(key?: string) {
    const idempotencyKey = key ?? `${this.desk}:${(this.#keys += 1)}`;
    return {
      jurisdictionId: SMALL_DISTRICT,
      actor: this.who,
      idempotencyKey,
      reviewId: this.reviewId,
    };
  }

  async upload(bytes: Uint8Array, fileName = '方案.txt', amends?: string) {
    const outcome = await uploadPlan(this.engine.context, { ...this.command(), fileName, bytes, amends });
    if (outcome.ok) this.reviewId = outcome.value.reviewId;
    return outcome;
  }

  async read(): Promise<ReviewReading> {
    const { clock } = this.engine.context;
    const reading = await this.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
      readReview(tx, this.reviewId, clock.now()),
    );
    if (!reading) throw new Error('no such review');
    return reading;
  }

  async draft(code: string) {
    const found = (await this.read()).drafts.find((row) => row.code === code);
    if (!found) throw new Error(`no draft ${code}`);
    return found;
  }

  async codes(): Promise<string[]> {
    return (await this.read()).drafts.map(({ code }) => code);
  }

  async correct(code: string, correction: TaskCorrection, version?: number): Promise<Outcome<ReviewDone>> {
    const { id, version: now } = await this.draft(code);
    const seen = { draftTaskId: id, expectedVersion: version ?? now };
    return correctDraftTask(this.engine.context, { ...this.command(), ...seen, correction });
  }

  async act(code: string, act: DraftAct, version?: number): Promise<Outcome<ReviewDone>> {
    const { id, version: now } = await this.draft(code);
    const seen = { draftTaskId: id, expectedVersion: version ?? now };
    return actOnDraftTask(this.engine.context, { ...this.command(), ...seen, act });
  }

  async actOnAll(type: 'merge' | 'confirm', codes: readonly string[]): Promise<Outcome<ReviewDone>> {
    const { drafts } = await this.read();
    const tasks = drafts.filter(({ code }) => codes.includes(code));
    return this.review({ type, tasks: tasks.map(({ id, version }) => ({ id, version })) });
  }

  review(act: ReviewAct): Promise<Outcome<ReviewDone>> {
    return actOnPlanReview(this.engine.context, { ...this.command(), act });
  }

  add(
    span: { start: number; end: number } | { sheet: string; row: number },
    actionCode: string,
    after: string | null,
  ) {
    return addDraftTask(this.engine.context, { ...this.command(), span, actionCode, after });
  }

  async facts(facts: Partial<ReviewFacts>, expectedVersion?: number): Promise<Outcome<ReviewDone>> {
    const seen = expectedVersion ?? (await this.read()).review.version;
    return correctPlanFacts(this.engine.context, { ...this.command(), facts, expectedVersion: seen });
  }

  async outlook(): Promise<DispatchOutlook> {
    return dispatchOutlook(await this.read());
  }

  async dispatch(expectedVersion?: number, key?: string): Promise<Outcome<ReviewDone>> {
    const seen = expectedVersion ?? (await this.read()).review.version;
    return dispatchPlan(this.engine.context, { ...this.command(key), expectedVersion: seen });
  }

  rows<T extends object>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) => tx.query<T>(sql, params));
  }
}
