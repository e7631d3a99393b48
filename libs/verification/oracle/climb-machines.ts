import {
  begin,
  decide,
  ENGINE_ACTOR,
  type Effect,
  type Policy,
  type Rules,
  type Snapshot,
  type SubjectKind,
} from '#accountability';
import { project } from '#calendar';
import { civilOf, dateOf, dayOfMinute, instantOfMinute, minuteOfInstant, type Minute } from './days.js';
import { tell, type Story, type StoryRung, type Told } from './story.js';

/** The shipped policy with one ladder in place of all others: for a deadline that passed, and for reports. */
export function policyOf(rungs: readonly StoryRung[], shipped: Policy): Policy {
  const asData = rungs.map((rung, index) => ({
    name: `r${index}`,
    label: `r${index}`,
    colour: rung.colour,
    offset: { workingDays: rung.days, ...(rung.time !== null && { at: civilOf(rung.time).slice(11) }) },
    audience: ['liaison' as const],
    message: 'chase',
    notice: rung.colour === null ? null : ('reminderLetter' as const),
    issue:
      rung.person === null
        ? { by: 'system' as const }
        : {
            by: 'supervisor' as const,
            within: { workingDays: rung.person.within },
            ...(rung.person.agreed && { agreedBy: 'commander' as const }),
          },
    ...(rung.early && { early: rung.early }),
  }));
  return {
    ...shipped,
    reportingLadder: { ...shipped.reportingLadder, reminders: [], rungs: asData },
    taskLadders: [{ name: 'random', basis: 'random', trigger: 'pastDeadline', rungs: asData }],
  };
}

interface Clock {
  at: Minute;
  event: { type: string; [fact: string]: unknown };
}

/** Only the clocks of the climb are let run; what else a subject may wait for is no part of the story. */
const OF_THE_CLIMB = /^(?:rung|issue|hold)(?::1)?$/u;
const RANK = ['hold', 'issue', 'rung'];
const UNIT = 'unit';

interface Planned {
  readonly at: Minute;
  readonly events: () => { type: string; [fact: string]: unknown }[];
}

/** Plays a story on a real statechart, as the engine would: what is told is what the chart asked for, and when. */
abstract class Play {
  readonly told: Told[] = [];
  readonly #clocks = new Map<string, Clock>();
  protected readonly planned: Planned[] = [];
  protected now: Minute;
  protected snapshot: Snapshot;

  constructor(
    protected readonly story: Story,
    private readonly rules: Rules,
    private readonly kind: SubjectKind,
    snapshot: Snapshot,
  ) {
    this.now = story.due;
    this.snapshot = snapshot;
  }

  /** Where the climb stands; undefined: it is over. */
  protected abstract climb(): { reached: number } | undefined;

  /** People hold the ladder, or pass over a rung of it. */
  protected planActs(): void {
    const reason = 'reason';
    for (const { at, until } of this.story.holds)
      this.plan(at, { type: 'HELD', generation: 1, until: dateOf(until), reason });
    for (const at of this.story.skips)
      this.planned.push({
        at,
        events: () => {
          const rung = `r${this.climb()?.reached}`;
          return [{ type: 'SKIPPED', generation: 1, rung, reason, approverId: null }];
        },
      });
  }

  /** A card was earned with this rung: it may be appealed against. */
  #carded(rung: number): void {
    const appeal = this.story.appeals[rung];
    if (!appeal) return;
    const of = { generation: 1, rung: `r${rung}`, reason: 'reason' };
    const [from, to] = [this.now + appeal.after, this.now + appeal.after + appeal.takes];
    this.plan(from, { type: 'APPEALED', unitId: UNIT, ...of });
    this.plan(to, { type: 'APPEAL_REJECTED', ...of });
  }

  run(): Told[] {
    const { outages, until } = this.story;
    const seen = (at: Minute): Minute => outages.find(([from, to]) => at >= from && at < to)?.[1] ?? at;
    for (;;) {
      const clock = [...this.#clocks]
        .map(([name, { at, event }]) => ({ name, at: seen(Math.max(at, this.now)), ranDown: at, event }))
        .sort((a, b) => a.at - b.at || a.ranDown - b.ranDown || rankOf(a.name) - rankOf(b.name))[0];
      const act = this.planned.map((one, index) => ({ ...one, index })).sort((a, b) => a.at - b.at)[0];
      if (clock && (!act || clock.at <= act.at)) {
        if (clock.at > until) return this.told;
        this.now = clock.at;
        this.#clocks.delete(clock.name);
        this.send(clock.event);
      } else {
        if (!act || act.at > until) return this.told;
        this.now = act.at;
        this.planned.splice(act.index, 1);
        for (const event of act.events()) if (!this.send(event)) break;
      }
      if (this.climb() === undefined) return this.told;
    }
  }

  protected plan(at: Minute, ...events: { type: string; [fact: string]: unknown }[]): void {
    this.planned.push({ at, events: () => events });
  }

  protected send(event: { type: string; [fact: string]: unknown }): boolean {
    const scope = { jurisdictionId: '430811', planCode: 'plan', actionCode: null, unitIds: [UNIT] };
    const subject = { kind: this.kind, snapshot: this.snapshot, scope };
    const decision = decide(subject, { ...event, at: instantOfMinute(this.now) }, this.rules, ENGINE_ACTOR);
    if (!decision.ok) return false;
    this.snapshot = decision.snapshot;
    for (const effect of decision.effects) this.#carryOut(effect);
    this.#note(event);
    return true;
  }

  #carryOut(effect: Effect): void {
    if (effect.type === 'disarmDeadline')
      for (const name of [...this.#clocks.keys()])
        if (name === effect.name || name.startsWith(`${effect.name}:`)) this.#clocks.delete(name);
    if (effect.type === 'armDeadline' && OF_THE_CLIMB.test(effect.name)) {
      const { at } = project(effect.budget, effect.suspensions ?? [], this.rules.calendar);
      if (at === null) throw new Error(`${effect.name} was armed without an instant`);
      const { event: type, ...facts } = effect.detail;
      this.#clocks.set(effect.name, { at: minuteOfInstant(at), event: { type, ...facts } });
    }
    if (effect.type === 'claimRung') this.#rungIsClaimed(effect.generation, effect.rung);
  }

  #rungIsClaimed(generation: number, name: string): void {
    const number = Number(name.slice(1));
    this.told.push(tell(this.now, number, 'reached'));
    const rung = this.story.rungs[number];
    if (!rung) throw new Error(`there is no rung ${name}`);
    if (rung.person === null) {
      if (rung.colour !== null) this.#carded(number);
      return;
    }
    const facts = { generation, rung: name, noticeId: 'notice' };
    const issued = { type: 'NOTICE_ISSUED', ...facts };
    const agreed = { type: 'NOTICE_AGREED', ...facts };
    this.plan(
      this.now + (this.story.delays[number] ?? 0),
      ...(rung.person.agreed ? [agreed, issued] : [issued]),
    );
  }

  #note(event: { type: string; [fact: string]: unknown }): void {
    const number = Number(String(event['rung']).slice(1));
    if (event.type === 'ISSUE_OVERDUE') this.told.push(tell(this.now, number, 'not issued in time'));
    if (event.type !== 'NOTICE_ISSUED') return;
    this.told.push(tell(this.now, number, 'issued'));
    if (this.story.rungs[number]?.colour != null) this.#carded(number);
  }
}

const rankOf = (name: string): number => RANK.indexOf(name.split(':')[0] ?? '');

/** The cards that were earned before, as the record has them. */
const cardsOf = (story: Story) =>
  story.cards.map(({ colour, day }, index) => ({
    generation: 0,
    rung: `earlier${index}`,
    trigger: 'pastDeadline',
    unitId: UNIT,
    colour,
    at: instantOfMinute(day * 1440 + 600),
    on: dateOf(day),
    answer: 'notAsked',
    appeal: 'none',
    rescinded: false,
  }));

/** A task in progress whose deadline passes: its lead unit climbs. */
export class TaskPlay extends Play {
  constructor(story: Story, rules: Rules) {
    const input = { id: 'task', planId: 'plan', leadUnitIds: [UNIT], deadlineOn: '2024-01-31' };
    const { value, context } = begin({ kind: 'task', input }, rules.policy);
    super(story, rules, 'task', {
      value: { ...(value as object), life: 'inProgress' },
      context: { ...context, signedBy: [UNIT], startOn: '2024-01-02', cards: cardsOf(story) },
    });
    const reason = 'reason';
    for (const { during, why } of story.stops) {
      const dayAfter = dateOf(dayOfMinute(during[1]) + 2);
      const [begins, ends] = {
        suspended: [[{ type: 'SUSPENDED', reason, until: dayAfter }], { type: 'RESUMED' }] as const,
        atGate: [
          [{ type: 'CLOSURE_REQUESTED', unitId: UNIT, statement: '' }],
          { type: 'CLOSURE_RETURNED', gate: 'taskForceReview', reason },
        ] as const,
        waiting: [
          [{ type: 'BLOCKED', unitId: UNIT, byUnitId: 'other', reason }, { type: 'BLOCKAGE_ACCEPTED' }],
          { type: 'UNBLOCKED', reason },
        ] as const,
      }[why];
      this.plan(during[0], ...begins);
      this.plan(during[1], ends);
    }
    this.planActs();
    if (story.cured !== null)
      this.plan(story.cured, { type: 'CARRIED_OVER', year: 2024, deadlineOn: '2030-12-31', reason });
    this.send({ type: 'DEADLINE_PASSED' });
  }

  protected climb(): { reached: number } | undefined {
    const { climbs } = this.snapshot.context as { climbs?: { generation: number; reached: number }[] };
    return climbs?.find(({ generation }) => generation === 1);
  }
}

/** A unit's reporting line whose sitting was not filed. */
export class LinePlay extends Play {
  constructor(story: Story, rules: Rules) {
    const input = { id: 'line', planId: 'plan', unitId: UNIT, cadence: 'ten-day' as const };
    const { value, context } = begin({ kind: 'reportingLine', input }, rules.policy);
    const dueAt = instantOfMinute(story.due);
    const period = '2024-05 中旬';
    super(story, rules, 'reportingLine', {
      value,
      context: {
        ...context,
        taskIds: ['task'],
        current: {
          period,
          periodStart: '2024-05-11',
          periodEnd: '2024-05-20',
          opensAt: dueAt,
          dueAt,
          taskIds: ['task'],
          open: true,
          filedAt: null,
        },
        cards: cardsOf(story),
      },
    });
    this.planActs();
    if (story.cured !== null)
      this.plan(story.cured, { type: 'SITTING_FILED', period, late: true, taskIds: ['task'] });
    this.send({ type: 'SITTING_DUE', period });
  }

  protected climb(): { reached: number } | undefined {
    return (this.snapshot.context as { climb?: { reached: number } | null }).climb ?? undefined;
  }
}
