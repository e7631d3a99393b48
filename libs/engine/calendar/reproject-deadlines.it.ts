import fc from 'fast-check';
import { addMinutes, civilDateOf, civilTimeOf, dayKindOn, parseCalendar, type CalendarData } from '#calendar';
import { announceCalendar, foreseeCalendar, reprojectDeadlines } from '#engine';
import { createTestDatabase, moment, seedText, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';

function calendarWith(off: string[]): CalendarData {
  const read = parseCalendar(seedText('calendars/cn-state-council.yaml'));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  read.data.years['2024']?.off.push(...off);
  return read.data;
}

const announce = (story: Story, calendar: CalendarData, reason = '台风停工通知') =>
  announceCalendar(story.engine.context, {
    jurisdictionId: SMALL_DISTRICT,
    calendar,
    reason,
    announcedBy: null,
  });

async function started(db: TestDatabase): Promise<Story> {
  const story = await Story.begin(db.database, '2024-09-23 09:00', 2);
  for (const task of [1, 2]) await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
  await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
  await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
  await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70);
  await story.task('2024-10-08 17:00', 'hq', 2, 'dispatch');
  await story.until('2024-10-08 18:00');
  await story.heard();
  return story;
}

describe('a new calendar in the middle of a period', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await started(db);
  });
  afterAll(() => db.drop());

  it('moves what is open, tells the unit, and writes down every move with the reason', async () => {
    expect(await announce(story, calendarWith(['2024-10-10']))).toEqual({ ok: true, value: { version: 2 } });
    await story.until('2024-10-09 08:30');
    expect(await story.heard()).toEqual([
      '10-09 08:00 教育局联络员：1个填报批次因日历调整改期',
      '10-09 08:00 教育局联络员：1项任务的时限因日历调整变动',
      // The day before the new due time has begun: its reminder comes with the first messages of the morning.
      '10-09 08:00 教育局联络员：填报提醒：2024年10月上旬，1项任务待填报',
    ]);
    const [sitting] = await story.read<{ due: string; obligations: string[] }>(
      `select s.due_at as due, array_agg(distinct o.due_at::text) as obligations from sitting s
       join obligation o on o.sitting_id = s.id where s.period = '2024-10 上旬' group by s.due_at`,
    );
    expect(sitting?.due).toBe(moment('2024-10-09 17:30'));
    expect(sitting?.obligations).toHaveLength(1);
    const left = await story.read(
      `select name from deadline where state = 'armed' and calendar_version < 2 union all
       select 'line' from reporting_line where calendar_version < 2`,
    );
    expect(left).toEqual([]);
    const moves = await story.read<{ name: string; after: string }>(
      `select d.name, m.projected_after as after from deadline_move m join deadline d on d.id = m.deadline_id`,
    );
    expect(moves).toContainEqual({ name: 'sign', after: moment('2024-10-11 17:30') });
    const [change] = await story.read<{ reason: string; finished: boolean }>(
      'select reason, finished_at is not null as finished from calendar_change',
    );
    expect(change).toEqual({ reason: '台风停工通知', finished: true });
  });

  it('escalates by the new due time and not by the old one', async () => {
    await story.until('2024-10-09 18:00');
    expect(await story.line()).toMatchObject({ state: 'climbing' });
  });

  it('is refused with the reason where it says nothing new, forgets a year, or is another calendar', async () => {
    const same = await announce(story, calendarWith(['2024-10-10']));
    expect(same).toMatchObject({ ok: false, rejection: { code: 'CalendarUnchanged' } });
    const { years, ...rest } = calendarWith(['2024-10-11']);
    const { '2024': _, ...later } = years;
    expect(await announce(story, { ...rest, years: later })).toMatchObject({
      ok: false,
      rejection: { code: 'CalendarInvalid', message: expect.stringContaining('2024') as string },
    });
    expect(await announce(story, { ...rest, years, id: 'moon' })).toMatchObject({
      ok: false,
      rejection: { code: 'CalendarInvalid', message: expect.stringContaining('moon') as string },
    });
    expect(await announce(story, calendarWith(['2024-10-11']), ' ')).toMatchObject({
      ok: false,
      rejection: { code: 'ReasonMissing' },
    });
  });
});

describe('a calendar that gives back a day after the due time was missed', () => {
  let db: TestDatabase;
  afterEach(() => db.drop());

  it('escalates nobody for the deadline that it moved', async () => {
    db = await createTestDatabase();
    const story = await started(db);
    await announce(story, calendarWith(['2024-10-10']));
    await story.until('2024-10-09 18:00');
    expect(await story.line()).toMatchObject({ state: 'climbing' });
    await announce(story, calendarWith([]), '通知撤回');
    await story.until('2024-10-10 17:00');
    expect(await story.line()).toMatchObject({ state: 'calm', colour: null });
    expect(await story.read('select 1 from notice')).toEqual([]);
    await story.until('2024-10-10 17:35');
    expect(await story.line()).toMatchObject({ state: 'climbing' });
  });
});

describe('a process that dies while open deadlines follow a new calendar', () => {
  let db: TestDatabase;
  afterEach(() => db.drop());

  it('leaves the next one to end with the same record', async () => {
    db = await createTestDatabase();
    const story = await started(db);
    await announce(story, calendarWith(['2024-10-10']));
    for (const point of ['applyEvents.locked', 'applyEvents.written'] as const) {
      const dying = story.resumed((at) => {
        if (at === point) throw new Error('died');
      });
      await expect(reprojectDeadlines(dying.engine.context, SMALL_DISTRICT)).rejects.toThrow('died');
    }
    const [both] = await Promise.all(
      [story, story.resumed()].map((one) => reprojectDeadlines(one.engine.context, SMALL_DISTRICT)),
    );
    expect(both).toBeGreaterThanOrEqual(0);
    await reprojectDeadlines(story.engine.context, SMALL_DISTRICT);
    const events = await story.read(
      `select 1 from event where type = 'CALENDAR_CHANGED' and subject_kind = 'reportingLine'`,
    );
    expect(events).toHaveLength(1);
    const [change] = await story.read<{ finished: boolean }>(
      'select finished_at is not null as finished from calendar_change',
    );
    expect(change).toEqual({ finished: true });
  });
});

/** Due times and clocks as they stand, by what they are of. */
async function standing(story: Story): Promise<{ sittings: Standing; owed: Standing; clocks: Standing }> {
  const of = async (sql: string): Promise<Standing> =>
    new Map((await story.read<{ key: string; at: string | null }>(sql)).map(({ key, at }) => [key, at]));
  return {
    sittings: await of('select id as key, due_at as at from sitting'),
    owed: await of('select id as key, due_at as at from obligation where sitting_id is not null'),
    clocks: await of(
      `select subject_kind || '/' || subject_id || '/' || name as key, projected_at as at from deadline where state = 'armed'`,
    ),
  };
}
type Standing = Map<string, string | null>;

/** What differs, from where to where; null: it was not there, or is not any more. */
const differences = (before: Standing, after: Standing): string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => `${key} ${before.get(key) ?? null} ${after.get(key) ?? null}`)
    .sort();

/** Arrangements that turn so many days of the autumn over, and how many hours pass before each. */
const ARRANGEMENTS = fc.record({
  hours: fc.integer({ min: 1, max: 60 }),
  days: fc.uniqueArray(fc.integer({ min: 0, max: 45 }), { minLength: 1, maxLength: 6 }),
});

/** Days on are off from then on, weekend days are worked, and back. */
function turnedOver(calendar: CalendarData, days: readonly number[]): CalendarData {
  const year = structuredClone(calendar.years['2024']);
  if (!year) throw new Error('no 2024');
  for (const day of days) {
    const on = civilDateOf(addMinutes('2024-10-08T04:00:00.000Z', day * 1440));
    const kind = dayKindOn({ years: { '2024': year } }, on);
    if (kind === 'off') year.off = year.off.filter((one) => one !== on);
    else if (kind === 'worked') year.worked = year.worked.filter((one) => one !== on);
    else (kind === 'working' ? year.off : year.worked).push(on);
  }
  return { ...calendar, years: { ...calendar.years, '2024': year } };
}

describe('what is said beforehand of a new calendar', () => {
  let db: TestDatabase;
  afterEach(() => db.drop());

  it('is what announcing it then does, whatever days it turns over and whatever is missed meanwhile', async () => {
    db = await createTestDatabase();
    const story = await Story.begin(db.database, '2024-09-23 09:00', 3, undefined, { duties: true });
    for (const task of [1, 2, 3]) await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
    for (const task of [1, 2]) await story.task('2024-09-23 10:00', 'hq', task, 'dispatch');
    await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
    await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70);
    await story.task('2024-10-08 17:00', 'hq', 3, 'dispatch');
    await story.until('2024-10-08 18:00');
    const fates = new Set<string>();
    let calendar = calendarWith([]);
    for (const { hours, days } of fc.sample(ARRANGEMENTS, { numRuns: 18, seed: 2 })) {
      const at = addMinutes(story.clock.now(), hours * 60);
      await story.until(`${civilDateOf(at)} ${civilTimeOf(at)}`);
      calendar = turnedOver(calendar, days);
      const asked = { jurisdictionId: SMALL_DISTRICT, calendar, limit: 10_000 };
      const told = await foreseeCalendar(story.engine.context, asked);
      if (!told.ok) throw new Error(told.rejection.message);
      const { sittings, clocks, counts } = told.value;
      const before = await standing(story);
      expect(await announce(story, calendar)).toMatchObject({ ok: true });
      await reprojectDeadlines(story.engine.context, SMALL_DISTRICT);
      const after = await standing(story);

      const moved = sittings.filter((one) => one.before !== one.after);
      expect(moved.map(({ id, ...one }) => `${id} ${one.before} ${one.after}`).sort()).toEqual(
        differences(before.sittings, after.sittings),
      );
      expect(counts.obligations).toBe(differences(before.owed, after.owed).length);
      const inAll = Object.entries(counts.clocks).flatMap(([fate, n]) => (fate === 'kept' ? [] : [n]));
      const changed = differences(before.clocks, after.clocks);
      expect(inAll.reduce((sum, n) => sum + n, 0)).toBe(changed.length);
      expect(counts.listedClocks).toBe(clocks.length);
      const listed = clocks.filter(({ fate }) => fate !== 'kept');
      expect(
        listed
          .map((one) => `${one.subjectKind}/${one.subjectId}/${one.name} ${one.before} ${one.after}`)
          .sort(),
      ).toEqual(changed.filter((one) => !one.includes('/sitting:')));
      const units = await story.read(
        `select distinct unit_id from message where kind in ('calendarChanged', 'deadlineMoved') and created_at = $1`,
        [story.clock.now()],
      );
      expect(counts.units).toBe(units.length);
      for (const { fate } of [...sittings, ...clocks]) fates.add(fate);
    }
    // Else the arrangements would be too tame to show anything.
    expect([...fates].sort()).toEqual([
      'aheadAgain',
      'begins',
      'earlier',
      'ends',
      'kept',
      'later',
      'overdue',
      'window',
    ]);
  });

  it('says what other office hours move, and leaves in the trail what they were', async () => {
    db = await createTestDatabase();
    const story = await started(db);
    const { hours: _, ...rest } = calendarWith([]);
    const hours = { morning: ['09:00', '12:00'], afternoon: ['13:00', '17:00'] } as const;
    const calendar = {
      ...rest,
      hours: { morning: [...hours.morning], afternoon: [...hours.afternoon] },
    } as CalendarData;
    const asked = { jurisdictionId: SMALL_DISTRICT, calendar, limit: 10_000 };
    const told = await foreseeCalendar(story.engine.context, asked);
    if (!told.ok) throw new Error(told.rejection.message);
    expect(told.value.days).toEqual([]);
    const before = await standing(story);
    expect(await announce(story, calendar, '夏季作息')).toMatchObject({ ok: true });
    await reprojectDeadlines(story.engine.context, SMALL_DISTRICT);
    const changed = differences(before.clocks, (await standing(story)).clocks);
    const { kept: _kept, ...moved } = told.value.counts.clocks;
    expect(Object.values(moved).reduce((sum, n) => sum + n, 0)).toBe(changed.length);
    const trail = await story.read<{ before: unknown; after: unknown }>(
      `select p.before -> 'hours' as before, p.after -> 'hours' as after from trail_line l
       join trail_personal p on p.chain_id = l.chain_id and p.seq = l.seq where l.action = 'calendarAnnounced'`,
    );
    expect(trail).toEqual([
      { before: { morning: ['08:30', '12:00'], afternoon: ['14:00', '17:30'] }, after: hours },
    ]);
  });

  it('is counted whole and told as far as it is asked for, and leaves the record as it was', async () => {
    db = await createTestDatabase();
    const story = await started(db);
    const before = await standing(story);
    const calendar = calendarWith(['2024-10-10']);
    const asked = { jurisdictionId: SMALL_DISTRICT, calendar, limit: 1 };
    const told = await foreseeCalendar(story.engine.context, asked);
    expect(told).toMatchObject({
      ok: true,
      value: {
        days: [{ on: '2024-10-10', before: 'working', after: 'off' }],
        counts: { obligations: 1, units: 1 },
        sittings: [{ period: '2024-10 上旬', fate: 'earlier', after: moment('2024-10-09 17:30') }],
        clocks: [expect.anything()],
      },
    });
    expect(await standing(story)).toEqual(before);
    expect(await story.read('select 1 from calendar_change')).toEqual([]);
    const stale = await foreseeCalendar(story.engine.context, { ...asked, seen: 7 });
    expect(stale).toMatchObject({ ok: false, rejection: { code: 'VersionConflict' } });
  });
});
