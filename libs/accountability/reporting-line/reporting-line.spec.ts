import { readFileSync } from 'node:fs';
import { createCalendar, parseCalendar, project, type Instant } from '#calendar';
import {
  begin,
  decide,
  ENGINE_ACTOR,
  parsePolicy,
  stateName,
  type Effect,
  type IncomingEvent,
  type ReportingLineContext,
  type Rules,
  type Subject,
} from '../index.js';

const seed = (path: string): string =>
  readFileSync(new URL(`../../../seeds/${path}`, import.meta.url), 'utf8');

function rules(): Rules {
  const policy = parsePolicy(seed('policies/default.yaml'));
  const calendar = parseCalendar(seed('calendars/cn-state-council.yaml'));
  if (!policy.ok) throw new Error(JSON.stringify(policy.problems));
  if (!calendar.ok) throw new Error(JSON.stringify(calendar));
  return { policy: policy.value, calendar: createCalendar(calendar.data) };
}

/** A line on its own: takes events, keeps its armed clocks, says what it asked for. */
class Line {
  readonly rules = rules();
  subject: Subject = {
    kind: 'reportingLine',
    snapshot: begin(
      { kind: 'reportingLine', input: { id: 'line', planId: 'plan', unitId: 'unit', cadence: 'ten-day' } },
      this.rules.policy,
    ),
    scope: { jurisdictionId: '430811', planCode: 'p', actionCode: null, unitIds: ['unit'] },
  };
  readonly clocks = new Map<string, { at: Instant; detail: { event: string } }>();
  effects: Effect[] = [];

  send(event: IncomingEvent): Effect[] {
    const decision = decide(this.subject, event, this.rules, ENGINE_ACTOR);
    if (!decision.ok) throw new Error(`${event.type}: ${decision.rejection.code}`);
    this.subject = { ...this.subject, snapshot: decision.snapshot };
    for (const effect of decision.effects) {
      if (effect.type === 'disarmDeadline')
        for (const name of [...this.clocks.keys()])
          if (name === effect.name || name.startsWith(`${effect.name}:`)) this.clocks.delete(name);
      if (effect.type === 'armDeadline')
        this.clocks.set(effect.name, {
          at: project(effect.budget, effect.suspensions ?? [], this.rules.calendar).at ?? '',
          detail: effect.detail,
        });
    }
    this.effects = decision.effects;
    return decision.effects;
  }

  /** Fires every clock due until then, in order. */
  until(instant: Instant): string[] {
    const said: string[] = [];
    for (;;) {
      const [next] = [...this.clocks]
        .filter(([, clock]) => clock.at <= instant)
        .sort((a, b) => (a[1].at < b[1].at ? -1 : 1));
      if (!next) return said;
      this.clocks.delete(next[0]);
      const { event, ...facts } = next[1].detail;
      this.send({ type: event, at: next[1].at, ...facts });
      for (const effect of this.effects)
        if (effect.type === 'notify') said.push(`${next[1].at} ${effect.message}`);
    }
  }

  get context(): ReportingLineContext {
    return this.subject.snapshot.context as unknown as ReportingLineContext;
  }
  get ladder(): string {
    return stateName((this.subject.snapshot.value as { ladder: unknown }).ladder);
  }
}

describe('a reporting line', () => {
  it('plans the sitting of the ten days in which its first task is signed for', () => {
    const line = new Line();
    line.send({ type: 'TASK_JOINED', at: '2024-04-12T02:00:00.000Z', taskId: 't1' });
    expect(line.context.current).toMatchObject({
      period: '2024-04 中旬',
      dueAt: '2024-04-19T09:30:00.000Z',
      opensAt: '2024-04-16T01:00:00.000Z',
    });
  });

  it('skips the first ten days when fewer than three working days of them are left', () => {
    const line = new Line();
    line.send({ type: 'TASK_JOINED', at: '2024-04-18T02:00:00.000Z', taskId: 't1' });
    expect(line.context.current?.period).toBe('2024-04 下旬');
  });

  it('reminds, chases and climbs on the exact working days, around Labour Day', () => {
    const line = new Line();
    line.send({ type: 'TASK_JOINED', at: '2024-04-12T02:00:00.000Z', taskId: 't1' });
    const said = line.until('2024-04-25T10:00:00.000Z');
    expect(said).toEqual([
      '2024-04-18T01:00:00.000Z reminder',
      '2024-04-19T06:00:00.000Z reminder',
      '2024-04-19T09:30:00.000Z chase',
      '2024-04-22T09:30:00.000Z reminderLetter',
      '2024-04-24T09:30:00.000Z noticeToIssue',
      '2024-04-25T09:30:00.000Z issueOverdue',
    ]);
    expect(line.ladder).toBe('awaitingIssue');
  });

  it('runs the next clock from the issue of a notice that a person had to issue', () => {
    const line = new Line();
    line.send({ type: 'TASK_JOINED', at: '2024-04-12T02:00:00.000Z', taskId: 't1' });
    line.until('2024-04-25T03:00:00.000Z');
    line.send({
      type: 'NOTICE_ISSUED',
      at: '2024-04-25T03:00:00.000Z',
      generation: 1,
      rung: 'yellow',
      noticeId: 'n',
    });
    expect(line.clocks.get('rung')?.at).toBe('2024-04-28T03:00:00.000Z'); // Sunday the 28th was worked
    expect(line.context.cards.map((card) => card.colour)).toEqual(['blue', 'yellow']);
  });

  it('falls back to calm when the latest sitting is filed, and stops every clock of the ladder', () => {
    const line = new Line();
    line.send({ type: 'TASK_JOINED', at: '2024-04-12T02:00:00.000Z', taskId: 't1' });
    line.until('2024-04-24T10:00:00.000Z');
    line.send({
      type: 'SITTING_FILED',
      at: '2024-04-24T10:30:00.000Z',
      period: '2024-04 中旬',
      late: true,
      taskIds: ['t1'],
    });
    expect(line.ladder).toBe('calm');
    expect([...line.clocks.keys()].sort()).toEqual([
      'sitting:due',
      'sitting:opens',
      'sitting:reminder:dayBefore',
      'sitting:reminder:onTheDay',
    ]);
    expect(line.effects).toContainEqual({ type: 'cancelNotice', generation: 1 });
  });

  it('adds a later missed sitting to the climb it is on and starts no second one', () => {
    const line = new Line();
    line.send({ type: 'TASK_JOINED', at: '2024-04-12T02:00:00.000Z', taskId: 't1' });
    line.until('2024-05-06T10:00:00.000Z');
    expect(line.context.climb).toMatchObject({
      generation: 1,
      causeDueAt: '2024-04-19T09:30:00.000Z',
      owed: [{ period: '2024-04 中旬' }, { period: '2024-04 下旬' }],
    });
    expect(line.context.overdue?.period).toBe('2024-04 下旬');
  });

  it('goes straight to yellow at the second blue of a quarter', () => {
    const line = new Line();
    line.send({ type: 'TASK_JOINED', at: '2024-04-12T02:00:00.000Z', taskId: 't1' });
    line.until('2024-04-22T10:00:00.000Z');
    line.send({
      type: 'SITTING_FILED',
      at: '2024-04-23T01:00:00.000Z',
      period: '2024-04 中旬',
      late: true,
      taskIds: ['t1'],
    });
    const said = line.until('2024-05-06T09:30:00.000Z');
    expect(said.slice(-3)).toEqual([
      '2024-04-30T09:30:00.000Z chase',
      '2024-05-06T09:30:00.000Z reminderLetter',
      '2024-05-06T09:30:00.000Z noticeToIssue',
    ]);
  });

  it('is not blamed for a sitting from which its only task was taken', () => {
    const line = new Line();
    line.send({ type: 'TASK_JOINED', at: '2024-04-12T02:00:00.000Z', taskId: 't1' });
    line.until('2024-04-22T10:00:00.000Z');
    line.send({ type: 'TASK_LEFT', at: '2024-04-23T01:00:00.000Z', taskId: 't1', reason: '暂缓' });
    expect(line.ladder).toBe('calm');
    expect([...line.clocks.keys()]).toEqual([]);
  });
});

describe('a stored line', () => {
  it('decides alike whatever order the database gives its regions in', () => {
    const line = new Line();
    line.send({ type: 'TASK_JOINED', at: '2024-04-12T02:00:00.000Z', taskId: 't1' });
    line.until('2024-04-19T09:00:00.000Z');
    const { sittings, ladder } = line.subject.snapshot.value as { sittings: unknown; ladder: unknown };
    const turned = { ...line.subject, snapshot: { ...line.subject.snapshot, value: { ladder, sittings } } };
    const event = { type: 'SITTING_DUE', at: '2024-04-19T09:30:00.000Z', period: '2024-04 中旬' };
    const [one, other] = [line.subject, turned].map((subject) =>
      decide(subject, event, line.rules, ENGINE_ACTOR),
    );
    expect(other).toEqual(one);
  });
});
