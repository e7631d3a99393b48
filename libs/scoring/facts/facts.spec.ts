import fc from 'fast-check';
import { factsOf, type IssuedCard, type ScoredEvent, type ScoredRecord, type UnitFacts } from '../index.js';

const at = (day: string, time = '09:00'): string => `2024-${day}T${time}:00.000Z`;
const END = at('12-31', '23:59');
const YEAR = { from: at('01-01', '00:00'), to: END };

/** Events of one subject, numbered in the order given: `[type, day, payload]`. */
const story = (
  kind: string,
  id: string,
  ...lines: [type: string, day: string, payload?: Record<string, unknown>][]
): ScoredEvent[] =>
  lines.map(([type, day, payload = {}], index) => ({
    kind,
    id,
    seq: index + 1,
    type,
    at: at(day, `09:${String(index).padStart(2, '0')}`),
    payload,
  }));
const drafted = (leadUnitIds = ['edu'], more: object = {}): [string, string, Record<string, unknown>] => [
  'DRAFTED',
  '04-01',
  { input: { leadUnitIds, deadlineOn: '2024-06-30', ...more } },
];
const report = (id: string, unitId: string, dueDay: string): [string, string, Record<string, unknown>] => [
  'SCHEDULED',
  '04-12',
  { input: { id, unitId, taskId: 't1', period: 'p', dueAt: at(dueDay, '09:30') } },
];
const record = (events: ScoredEvent[], more: Partial<ScoredRecord> = {}): ScoredRecord => ({
  events,
  cards: [],
  indicators: [],
  readings: [],
  successions: [],
  ...more,
});
const of = (given: ScoredRecord, unitId = 'edu', to = END): UnitFacts =>
  factsOf(given, { from: YEAR.from, to }).get(unitId) ?? {
    ...{ unitId, cases: [], incidents: [], decisions: [] },
    evidencedTasks: new Set<string>(),
  };
const cases = (facts: UnitFacts): string[] =>
  facts.cases.map(
    ({ fact, met, events }) => `${fact} ${met ? 'met' : 'not'} ${events.map(({ seq }) => seq).join(',')}`,
  );

describe('a task', () => {
  it('is closed on time when the closure was asked for before the deadline, however long the offices took', () => {
    const events = story(
      'task',
      't1',
      drafted(),
      ['DISPATCHED', '04-02'],
      ['SIGNED', '04-03', { unitId: 'edu' }],
      ['CLOSURE_REQUESTED', '06-28', { unitId: 'edu' }],
      ['GATE_PASSED', '07-02', { gate: 'taskForceReview' }],
      ['GATE_PASSED', '07-08', { gate: 'verification' }],
      ['GATE_PASSED', '07-12', { gate: 'approval' }],
    );
    expect(cases(of(record(events)))).toEqual(['signedOnTime met 3', 'tasksClosedOnTime met 4,7']);
    expect(cases(of(record(events), 'edu', at('07-10')))).toEqual(['signedOnTime met 3']);
  });

  it('is not closed on time when the deadline passed before it was asked for, and an extension mends that', () => {
    const late = story('task', 't1', drafted(), ['DISPATCHED', '04-02'], ['DEADLINE_PASSED', '06-30']);
    expect(cases(of(record(late)))).toEqual(['tasksClosedOnTime not 3']);
    const closed = [
      ...late,
      ...story(
        'task',
        't1',
        ['CLOSURE_REQUESTED', '07-04', { unitId: 'edu' }],
        ['GATE_PASSED', '07-05', { gate: 'approval' }],
      ).map((event) => ({ ...event, seq: event.seq + 3 })),
    ];
    expect(cases(of(record(closed)))).toEqual(['tasksClosedOnTime not 3,4,5']);
    const extended = [
      ...late,
      { ...late[2]!, seq: 4, type: 'EXTENDED', at: at('07-02'), payload: { deadlineOn: '2024-09-30' } },
    ];
    expect(cases(of(record(extended)))).toEqual([]);
  });

  it('that is kept up all year is nobody’s lateness at the year’s end', () => {
    const events = story(
      'task',
      't1',
      drafted(['edu'], { ongoing: true }),
      ['DISPATCHED', '04-02'],
      ['DEADLINE_PASSED', '12-30'],
      ['CLOSED_WITH_YEAR', '12-31', { year: 2024 }],
    );
    expect(cases(of(record(events)))).toEqual(['tasksClosedOnTime met 4']);
  });

  it('counts as signed late for who had not signed when the time ran out, and a dispute begins anew', () => {
    const late = story(
      'task',
      't1',
      drafted(['edu', 'civil']),
      ['DISPATCHED', '04-02'],
      ['SIGNED', '04-03', { unitId: 'civil' }],
      ['SIGNING_OVERDUE', '04-04'],
      ['SIGNED', '04-08', { unitId: 'edu' }],
    );
    expect(cases(of(record(late)))).toEqual(['signedOnTime not 4,5']);
    expect(cases(of(record(late), 'civil'))).toEqual(['signedOnTime met 3']);
    const disputed = story(
      'task',
      't1',
      drafted(),
      ['DISPATCHED', '04-02'],
      ['DISPUTED', '04-03', { unitId: 'edu' }],
      ['DISPUTE_RESOLVED', '04-08', { decision: 'reassign', unitIds: ['civil'] }],
      ['SIGNED', '04-09', { unitId: 'civil' }],
    );
    expect(cases(of(record(disputed)))).toEqual([]);
    expect(cases(of(record(disputed), 'civil'))).toEqual(['signedOnTime met 5']);
  });

  it('goes over with its hand-over: the new lead answers for the end, and signs for nothing of the past', () => {
    const events = story(
      'task',
      't1',
      drafted(),
      ['DISPATCHED', '04-02'],
      ['SIGNED', '04-03', { unitId: 'edu' }],
      ['LEAD_CHANGED', '05-06', { unitIds: ['civil'] }],
      ['HANDED_OVER', '05-07', { unitId: 'edu' }],
      ['TAKEN_OVER', '05-08', { unitId: 'civil' }],
      ['DEADLINE_PASSED', '06-30'],
    );
    expect(cases(of(record(events)))).toEqual(['signedOnTime met 3']);
    expect(cases(of(record(events), 'civil'))).toEqual(['tasksClosedOnTime not 7']);
  });

  it('found untrue blames its leads, sent back otherwise counts as that, and a found report its own unit', () => {
    const events = story(
      'task',
      't1',
      drafted(['edu', 'civil']),
      ['DISPATCHED', '04-02'],
      ['CLOSURE_REQUESTED', '05-02', { unitId: 'edu' }],
      ['CLOSURE_RETURNED', '05-06', { gate: 'taskForceReview' }],
      ['CLOSURE_REQUESTED', '05-07', { unitId: 'edu' }],
      ['CLOSURE_RETURNED', '05-08', { gate: 'verification', untrue: true }],
      ['VERIFICATION_FOUND', '05-20', { unitId: 'civil', finding: 'partlyTrue' }],
      ['VERIFICATION_FOUND', '05-21', { unitId: 'civil', finding: 'true' }],
    );
    const incidents = (unit: string) => of(record(events), unit).incidents.map(({ fact }) => fact);
    expect(incidents('edu')).toEqual(['closuresReturned', 'untrueFindings']);
    expect(incidents('civil')).toEqual(['closuresReturned', 'untrueFindings', 'partlyTrueFindings']);
  });

  it('that was withdrawn, split or merged is no result of anybody', () => {
    const events = story(
      'task',
      't1',
      drafted(),
      ['DISPATCHED', '04-02'],
      ['DEADLINE_PASSED', '06-30'],
      ['MERGED', '07-02', { intoTaskIds: ['t2'] }],
    );
    expect(cases(of(record(events)))).toEqual([]);
  });
});

describe('a report', () => {
  it('is in time, late or missed by its due time, and nothing before that', () => {
    const inTime = story('obligation', 'o1', report('o1', 'edu', '04-19'), [
      'REPORT_FILED',
      '04-19',
      { reportId: 'r' },
    ]);
    const late = story('obligation', 'o2', report('o2', 'edu', '04-19'), [
      'REPORT_FILED',
      '04-22',
      { reportId: 'r' },
    ]);
    const missed = story('obligation', 'o3', report('o3', 'edu', '04-19'), ['NEXT_PERIOD_DUE', '04-30']);
    expect(cases(of(record([...inTime, ...late, ...missed])))).toEqual([
      'reportedOnTime met 1,2',
      'reportedOnTime not 1,2',
      'reportedOnTime not 1,2',
    ]);
    expect(of(record(missed)).incidents).toMatchObject([{ fact: 'reportsMissed', taskId: 't1' }]);
    expect(cases(of(record(late), 'edu', at('04-19', '09:29')))).toEqual([]);
    expect(cases(of(record(late), 'edu', at('04-20')))).toEqual(['reportedOnTime not 1']);
  });

  it('is asked of nobody who was excused, and a new calendar never makes late what was in time', () => {
    const excused = story('obligation', 'o1', report('o1', 'edu', '04-19'), [
      'EXCUSED',
      '04-18',
      { reason: '暂缓' },
    ]);
    expect(cases(of(record(excused)))).toEqual([]);
    const moved = (filedOn: string, dueOn: string) =>
      cases(
        of(
          record(
            story(
              'obligation',
              'o1',
              report('o1', 'edu', '04-19'),
              ['REPORT_FILED', filedOn, { reportId: 'r' }],
              ['CALENDAR_CHANGED', '04-25', { dueAt: at(dueOn) }],
            ),
          ),
        ),
      );
    expect(moved('04-19', '04-17')).toEqual(['reportedOnTime met 3,2']);
    expect(moved('04-22', '04-23')).toEqual(['reportedOnTime met 3,2']);
    expect(moved('04-22', '04-20')).toEqual(['reportedOnTime not 3,2']);
  });

  it('that was sent back is a return, and its acceptance none at once', () => {
    const events = story(
      'obligation',
      'o1',
      report('o1', 'edu', '04-19'),
      ['REPORT_FILED', '04-18', { reportId: 'r1' }],
      ['REPORT_RETURNED', '04-19', { reason: '没有数字' }],
      ['REPORT_FILED', '04-22', { reportId: 'r2' }],
      ['REPORT_ACCEPTED', '04-23', { silently: false }],
    );
    const facts = of(record(events));
    expect(cases(facts)).toEqual(['reportedOnTime met 1,2', 'reportsAcceptedAtOnce not 3,5']);
    expect(facts.incidents).toMatchObject([{ fact: 'returns', events: [{ seq: 3 }] }]);
  });

  it('of a supporting unit’s part and of an office’s duty is a fact of its own', () => {
    const owed = (kind: string) =>
      story('obligation', kind, [
        'SCHEDULED',
        '04-12',
        { input: { unitId: 'edu', kind, dueAt: at('04-19') } },
      ]);
    expect(cases(of(record([...owed('part'), ...owed('meeting'), ...owed('taskReport')]))).sort()).toEqual([
      'dutiesDoneOnTime not 1',
      'partsGivenOnTime not 1',
      'reportedOnTime not 1',
    ]);
    const held = story(
      'obligation',
      'o7',
      ['SCHEDULED', '04-12', { input: { unitId: 'edu', kind: 'meeting', dueAt: at('04-30') } }],
      ['DUTY_FULFILLED', '04-26', { recordId: 'r' }],
    );
    expect(cases(of(record(held)))).toEqual(['dutiesDoneOnTime met 1,2']);
  });

  it('that a finer rhythm’s report stands for is not counted a second time', () => {
    const covered = story('obligation', 'o1', report('o1', 'edu', '04-30'), [
      'COVERED',
      '04-28',
      { finerPeriod: '2024-04 下旬', progress: 30 },
    ]);
    expect(cases(of(record(covered)))).toEqual([]);
  });
});

describe('an indicator', () => {
  const passed = story('task', 't1', drafted(), ['DISPATCHED', '04-02'], ['DEADLINE_PASSED', '06-30']);
  const said = story('obligation', 'o1', report('o1', 'edu', '06-20'), [
    'REPORT_FILED',
    '06-19',
    { reportId: 'r1' },
  ]);
  const indicators = [{ taskId: 't1', position: 0, comparator: '>=', value: 90, upper: null }];
  const reading = (value: number) => [{ reportId: 'r1', position: 0, value }];
  const found = (events: ScoredEvent[], readings: ScoredRecord['readings']) =>
    cases(of(record(events, { indicators, readings }))).filter((one) => one.startsWith('indicators'));

  it('is judged once its task is due, by the last reading that was not sent back', () => {
    expect(found([...passed, ...said], reading(92))).toEqual(['indicatorsReached met 2,3']);
    expect(found([...passed, ...said], reading(89))).toEqual(['indicatorsReached not 2,3']);
    expect(found(passed, [])).toEqual(['indicatorsReached not 3']);
    expect(found([...passed.slice(0, 2), ...said], reading(92))).toEqual([]);
    const returned = { ...said[1]!, seq: 3, type: 'REPORT_RETURNED', at: at('06-21'), payload: {} };
    expect(found([...passed, ...said, returned], reading(92))).toEqual(['indicatorsReached not 3']);
  });
});

describe('a card', () => {
  const line = story(
    'reportingLine',
    'l1',
    ['STARTED', '04-12'],
    ['RUNG_DUE', '04-22', { generation: 1, rung: 'blue' }],
    ['RUNG_DUE', '04-24', { generation: 1, rung: 'yellow' }],
    ['NOTICE_ISSUED', '04-25', { generation: 1, rung: 'yellow' }],
    ['APPEAL_UPHELD', '05-06', { generation: 1, rung: 'yellow' }],
  );
  const card = (rung: string, issuedAt: string, more: IssuedCard['members'] = []): IssuedCard => ({
    noticeId: rung,
    unitId: 'edu',
    level: rung,
    issuedAt,
    members: [{ kind: 'reportingLine', id: 'l1', generation: 1, rung }, ...more],
  });
  const cards = [card('blue', at('04-22')), card('yellow', at('04-25'))];
  const told = (to: string) =>
    of(record(line, { cards }), 'edu', to).incidents.map(
      ({ level, events, undone }) =>
        `${level ?? ''} ${events[0]?.seq ?? ''} ${undone?.event.seq ?? 'stands'}`,
    );

  it('counts from its issue, and is undone from the day of the decision and not before', () => {
    expect(told(at('04-24', '23:00'))).toEqual(['blue 2 stands']);
    expect(told(at('05-05'))).toEqual(['blue 2 stands', 'yellow 4 stands']);
    expect(told(END)).toEqual(['blue 2 stands', 'yellow 4 5']);
  });

  it('is one, however many matters it lists, and is undone when all of them are', () => {
    const second = story(
      'task',
      't9',
      drafted(),
      ['NOTICE_ISSUED', '04-25', { generation: 2, rung: 'yellow' }],
      ['APPEAL_UPHELD', '05-20', { generation: 2, rung: 'yellow' }],
    );
    const both = [card('yellow', at('04-25'), [{ kind: 'task', id: 't9', generation: 2, rung: 'yellow' }])];
    const found = (to: string) => of(record([...line, ...second], { cards: both }), 'edu', to).incidents;
    expect(found(at('05-10'))).toMatchObject([
      { fact: 'cards', undone: null, events: [{ id: 'l1' }, { id: 't9' }] },
    ]);
    expect(found(END)).toMatchObject([{ fact: 'cards', undone: { event: { id: 't9', seq: 3 } } }]);
  });

  it('stays with who earned it when its unit is merged, and everything else goes to the successor', () => {
    const owed = story('obligation', 'o1', report('o1', 'edu', '04-19'), [
      'REPORT_FILED',
      '04-18',
      { reportId: 'r' },
    ]);
    const successions = [{ from: 'edu', to: 'newEdu', at: at('09-01') }];
    const merged = record([...line, ...owed], { cards, successions });
    expect(of(merged).incidents).toHaveLength(2);
    expect(of(merged).cases).toEqual([]);
    expect(cases(of(merged, 'newEdu'))).toEqual(['reportedOnTime met 1,2']);
    expect(cases(of(merged, 'edu', at('08-31')))).toEqual(['reportedOnTime met 1,2']);
  });
});

describe('whatever order the record is read in', () => {
  const everything = [
    ...story(
      'task',
      't1',
      drafted(['edu', 'civil']),
      ['DISPATCHED', '04-02'],
      ['SIGNED', '04-03', { unitId: 'edu' }],
      ['SIGNING_OVERDUE', '04-04'],
      ['SIGNED', '04-08', { unitId: 'civil' }],
      ['CLOSURE_REQUESTED', '05-07', { unitId: 'edu' }],
      ['CLOSURE_RETURNED', '05-08', { gate: 'verification', untrue: true }],
      ['DEADLINE_PASSED', '06-30'],
    ),
    ...story(
      'obligation',
      'o1',
      report('o1', 'edu', '04-19'),
      ['REPORT_FILED', '04-18', { reportId: 'r1' }],
      ['REPORT_RETURNED', '04-19', { reason: '没有数字' }],
    ),
    ...story('obligation', 'o2', report('o2', 'civil', '04-19'), ['NEXT_PERIOD_DUE', '04-30']),
  ];
  const asText = (events: ScoredEvent[]): string =>
    JSON.stringify([...factsOf(record(events), YEAR)].sort(([a], [b]) => (a < b ? -1 : 1)));

  it('gives the same facts', () => {
    const wanted = asText(everything);
    fc.assert(
      fc.property(fc.shuffledSubarray(everything, { minLength: everything.length }), (shuffled) => {
        expect(asText(shuffled)).toBe(wanted);
      }),
      { numRuns: 50 },
    );
  });

  it('gives for a past day what was known then, whatever was recorded since', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: everything.length - 1 }), (n) => {
        const to = everything[n]?.at ?? END;
        const known = everything.filter((event) => event.at <= to);
        const then = (events: ScoredEvent[]) =>
          JSON.stringify([...factsOf(record(events), { from: YEAR.from, to })]);
        expect(then(everything)).toBe(then(known));
      }),
    );
  });
});
