import { randomUUID } from 'node:crypto';
import { planIdOf, unitIdOf, type Actor } from '#accountability';
import type { Database, Scope } from '#persistence';
import {
  actor,
  asOwner,
  insertDistrict,
  SMALL_DISTRICT,
  Story,
  type District,
  type TestDatabase,
} from '#testing';
import type { Fault } from '../../fault-points.js';
import { BY_COMMAND } from '../../trail/index.js';
import { adoptHandedDown, type AdoptCommand } from '../adopt-handed-down.js';
import { carryCascade } from '../carry-cascade.js';
import { answerHandDown, recallHandDown } from '../answer-hand-down.js';
import { askAboutHandedDown, declineHandedDown } from '../decide-handed-down.js';
import { handDown } from '../hand-down.js';
import { placeInTree } from '../place-in-tree.js';

/** The prefecture above the small district, with a task that it hands down. */
export const UPPER = '990100';
export const OTHER = '990102';

/** Two levels in one database: a prefecture made of bare rows, and the small district, in which people live. */
export class TwoLevels {
  readonly lower: Story;
  readonly upper: District;
  readonly #database: Database;

  private constructor(database: Database, lower: Story, upper: District) {
    this.#database = database;
    this.lower = lower;
    this.upper = upper;
  }

  static async begin(db: TestDatabase, at = '2024-09-23 09:00'): Promise<TwoLevels> {
    const lower = await Story.begin(db.database, at, 1);
    const upper = await asOwner(db.ownerUrl, async (owner) => {
      const made = await insertDistrict(owner, UPPER);
      await insertDistrict(owner, OTHER);
      // Of all rows of insertDistrict, those that the story is about are made by the story.
      await owner.query('delete from luoshi.cascade_message');
      await owner.query('delete from luoshi.handed_down_task');
      await owner.query('delete from luoshi.hand_down');
      // A real calendar and real rules: people are told within the hours for it.
      for (const [table, id] of [
        ['calendar_version', 'calendar_id'],
        ['policy_version', 'policy_id'],
      ] as const)
        await owner.query(
          `insert into luoshi.${table} (jurisdiction_id, ${id}, version, body, created_at)
           select w.jurisdiction_id, w.${id}, 1000, o.body, o.created_at from luoshi.${table} w cross join luoshi.${table} o
           where o.jurisdiction_id = $1 and w.jurisdiction_id in ($2, $3)`,
          [SMALL_DISTRICT, UPPER, OTHER],
        );
      return made;
    });
    const levels = new TwoLevels(db.database, lower, upper);
    for (const [jurisdictionId, parentId, level] of [
      [UPPER, null, 'prefecture'],
      [SMALL_DISTRICT, UPPER, 'county'],
      [OTHER, UPPER, 'county'],
    ] as const) {
      const placed = await placeInTree(lower.engine.context, { jurisdictionId, parentId, level });
      if (!placed.ok) throw new Error(placed.rejection.message);
    }
    return levels;
  }

  get office(): Actor {
    return {
      personId: this.upper.persons.education,
      unitId: null,
      roles: [{ role: 'headquartersOffice', scopeKind: 'jurisdiction', scopeId: UPPER }],
    };
  }

  read<T extends object>(scope: string | Scope, sql: string, params: readonly unknown[] = []): Promise<T[]> {
    const bound = typeof scope === 'string' ? { jurisdictionId: scope } : scope;
    return this.#database.transaction(bound, (tx) => tx.query<T>(sql, params));
  }

  async handsDown(to: string[] = [SMALL_DISTRICT], key: string = randomUUID()) {
    const [task] = await this.read<{ version: number }>(UPPER, 'select version from task where id = $1', [
      this.upper.tasks.education,
    ]);
    return handDown(this.lower.engine.context, {
      jurisdictionId: UPPER,
      actor: this.office,
      origin: BY_COMMAND,
      idempotencyKey: key,
      taskId: this.upper.tasks.education,
      expectedVersion: task?.version ?? -1,
      to,
      requirement: '请于年内完成校舍排查。',
      deadlineOn: '2024-11-29',
    });
  }

  async onUpper(act: 'answer' | 'recall', words: string, lowerId = SMALL_DISTRICT) {
    const [row] = await this.read<{ id: string; version: number }>(
      UPPER,
      `select id, version from hand_down where lower_id = $1 order by state in ('declined', 'recalled'), offered_at desc limit 1`,
      [lowerId],
    );
    return (act === 'answer' ? answerHandDown : recallHandDown)(this.lower.engine.context, {
      jurisdictionId: UPPER,
      actor: this.office,
      origin: BY_COMMAND,
      handDownId: row?.id ?? '',
      expectedVersion: row?.version ?? -1,
      words,
    });
  }

  async onLower(act: 'ask' | 'decline', words: string, key: string = randomUUID()) {
    return (act === 'ask' ? askAboutHandedDown : declineHandedDown)(this.lower.engine.context, {
      ...(await this.#received()),
      idempotencyKey: key,
      words,
    });
  }

  async adopts(more: Partial<AdoptCommand> = {}, story: Story = this.lower) {
    return adoptHandedDown(story.engine.context, {
      ...(await this.#received()),
      idempotencyKey: 'adopt',
      planId: planIdOf(SMALL_DISTRICT, 'small-plan'),
      actionCode: 'A1',
      leadUnitIds: [unitIdOf(SMALL_DISTRICT, 'education')],
      dispatch: true,
      ...more,
    });
  }

  /** What was said on both sides is carried, by a process that may die. The district is swept; the prefecture's rows are no life. */
  async carried(fault?: Fault): Promise<void> {
    const { engine } = fault ? this.lower.resumed(fault) : this.lower;
    for (let round = 0; round < 2; round += 1) {
      await carryCascade(engine.context, UPPER);
      await engine.sweep(SMALL_DISTRICT);
    }
  }

  async #received() {
    const [row] = await this.read<{ id: string; version: number }>(
      SMALL_DISTRICT,
      'select id, version from handed_down_task order by offered_at desc limit 1',
    );
    return {
      jurisdictionId: SMALL_DISTRICT,
      actor: actor('hq'),
      origin: BY_COMMAND,
      handedDownId: row?.id ?? randomUUID(),
      expectedVersion: row?.version ?? -1,
    };
  }
}
