import { LoneObligation } from '#testing';

const DUE = '2024-04-19 17:30'; // a Friday

const scheduled = (): LoneObligation => new LoneObligation(DUE);

function opened(): LoneObligation {
  const owed = scheduled();
  owed.at('2024-04-16 09:00', 'WINDOW_OPENED');
  return owed;
}

function submitted(on = '2024-04-18 10:00'): LoneObligation {
  const owed = opened();
  owed.file(on);
  return owed;
}

function returned(on = '2024-04-18 16:00'): LoneObligation {
  const owed = submitted();
  owed.at(on, 'REPORT_RETURNED', { reason: '数据与台账不符' });
  return owed;
}

function accepted(): LoneObligation {
  const owed = submitted();
  owed.at('2024-04-19 10:00', 'REPORT_ACCEPTED', { silently: false });
  return owed;
}

function missed(): LoneObligation {
  const owed = opened();
  owed.at('2024-04-30 17:30', 'NEXT_PERIOD_DUE');
  return owed;
}

function excused(): LoneObligation {
  const owed = opened();
  owed.at('2024-04-17 10:00', 'EXCUSED', { reason: '任务暂缓' });
  return owed;
}

describe('a report owed', () => {
  it('is scheduled, opens, is submitted and accepted', () => {
    const owed = scheduled();
    expect(owed.state).toBe('scheduled');
    owed.at('2024-04-16 09:00', 'WINDOW_OPENED');
    expect(owed.state).toBe('open');
    owed.file('2024-04-18 10:00', { progress: 40, filedBy: 'li' });
    expect(owed.state).toBe('submitted');
    expect(owed.context).toMatchObject({ filedBy: 'li', late: false, revision: 1, progress: 40, returns: 0 });
    owed.at('2024-04-19 10:00', 'REPORT_ACCEPTED', { silently: false });
    expect(owed.state).toBe('accepted');
    expect(owed.context.acceptedSilently).toBe(false);
    expect(owed.armed).toEqual({});
  });

  it('moves the figure of its task, with what was expected at that moment', () => {
    const owed = opened();
    expect(owed.file('2024-04-18 10:00', { progress: 40 })).toContainEqual({
      type: 'forward',
      to: { kind: 'task', id: 't1' },
      event: {
        type: 'PROGRESS_REPORTED',
        unitId: 'unit',
        period: '2024-04 中旬',
        progress: 40,
        expected: 25,
      },
    });
  });

  it.each([
    ['2024-04-19 17:30', false],
    ['2024-04-19 17:31', true],
    ['2024-04-24 09:00', true],
  ])('filed at %s is late: %s', (on, late) => {
    expect(submitted(on).context.late).toBe(late);
  });

  it('counts as accepted when the office stays silent for two working days, and that is shown', () => {
    const owed = submitted('2024-04-26 16:00'); // a Friday; Sunday the 28th was worked
    expect(owed.armed).toEqual({ silentAcceptance: '2024-04-29 17:30' });
    owed.until('2024-04-29T09:30:00.000Z');
    expect(owed.state).toBe('accepted');
    expect(owed.context.acceptedSilently).toBe(true);
    expect(owed.armed).toEqual({});
  });

  it('is returned with a reason that its liaison is told, to be filed again within one working day', () => {
    const owed = returned('2024-04-19 16:00');
    expect(owed.state).toBe('returned');
    expect(owed.armed).toEqual({ refile: '2024-04-22 17:30' });
    expect(owed.effects).toContainEqual({
      type: 'notify',
      message: 'reportReturned',
      audience: ['liaison'],
      unitId: 'unit',
      facts: { period: '2024-04 中旬', taskIds: ['t1'], reason: '数据与台账不符' },
    });
  });

  it('refiled in time waits for the office afresh, and no clock of the return is left', () => {
    const owed = returned();
    owed.file('2024-04-19 11:00', { progress: 35 });
    expect(owed.state).toBe('submitted');
    expect(owed.armed).toEqual({ silentAcceptance: '2024-04-23 17:30' });
    expect(owed.context).toMatchObject({ revision: 2, returns: 1, progress: 35 });
  });

  it('was on time though it was returned and refiled after the due time: late is said of the first filing', () => {
    const owed = returned();
    owed.file('2024-04-22 11:00');
    expect(owed.context.late).toBe(false);
    const late = submitted('2024-04-22 09:00');
    late.at('2024-04-22 10:00', 'REPORT_RETURNED', { reason: '不实' });
    late.file('2024-04-22 11:00');
    expect(late.context.late).toBe(true);
  });

  it('not refiled within a working day is asked for, seen by the supervision office, and can still be filed', () => {
    const owed = returned();
    expect(owed.until('2024-04-30T00:00:00.000Z')).toEqual(['2024-04-19 17:30 refilingOverdue']);
    expect([...owed.alerts]).toEqual(['refile']);
    expect(owed.state).toBe('returned');
    owed.file('2024-04-22 09:00');
    expect(owed.state).toBe('submitted');
  });

  it('refiled at last troubles the supervision office no longer', () => {
    const owed = returned();
    owed.until('2024-04-30T00:00:00.000Z');
    owed.file('2024-04-22 09:00');
    expect([...owed.alerts]).toEqual([]);
  });

  it('can be returned more than once', () => {
    const owed = returned();
    owed.file('2024-04-19 09:00');
    owed.at('2024-04-19 10:00', 'REPORT_RETURNED', { reason: '仍不符' });
    owed.file('2024-04-19 11:00');
    expect(owed.context).toMatchObject({ returns: 2, revision: 3 });
  });

  it('is missed for ever when the next period falls due and nothing was filed', () => {
    const owed = missed();
    expect(owed.state).toBe('missed');
    expect(owed.armed).toEqual({});
    expect(owed.context).toMatchObject({ filedAt: null, revision: 0 });
  });

  it('returned and not refiled by then is missed too, with no clock or alert left', () => {
    const owed = returned();
    owed.until('2024-04-22T10:00:00.000Z');
    owed.at('2024-04-30 17:30', 'NEXT_PERIOD_DUE');
    expect(owed.state).toBe('missed');
    expect(owed.armed).toEqual({});
    expect([...owed.alerts]).toEqual([]);
  });

  it.each([
    ['scheduled', scheduled],
    ['open', opened],
    ['submitted', submitted],
    ['returned', returned],
  ])('is excused while it is %s, and no clock is left', (state, made) => {
    const owed = made();
    expect(owed.state).toBe(state);
    owed.at('2024-04-30 10:00', 'EXCUSED', { reason: '职责争议' });
    expect(owed.state).toBe('excused');
    expect(owed.context.excuse).toBe('职责争议');
    expect(owed.armed).toEqual({});
  });

  it('excused while its return is overdue takes the alert along', () => {
    const owed = returned();
    owed.until('2024-04-22T10:00:00.000Z');
    owed.at('2024-04-22 18:30', 'EXCUSED', { reason: '任务暂缓' });
    expect([...owed.alerts]).toEqual([]);
  });
});

describe('“no change since last period”', () => {
  it.each([
    [1, true],
    [2, true],
    [3, false],
  ])('for the %i. time in a row is taken: %s', (noChangeRun, taken) => {
    const filing = { reportId: 'r', filedBy: 'li', progress: 30, noChange: true, noChangeRun, expected: 25 };
    expect(opened().allows('2024-04-18 10:00', 'REPORT_FILED', filing)).toBe(taken);
    expect(returned().allows('2024-04-18 17:00', 'REPORT_FILED', filing)).toBe(taken);
  });

  it('refused leaves the report owed, and words are taken', () => {
    const owed = opened();
    expect(() => owed.file('2024-04-18 10:00', { noChangeRun: 3 })).toThrow('EventNotAllowed');
    expect(owed.state).toBe('open');
    owed.file('2024-04-18 10:00', { noChangeRun: 0 });
    expect(owed.state).toBe('submitted');
  });
});

describe('what a report owed takes in each state', () => {
  const EVENTS = {
    WINDOW_OPENED: {},
    REPORT_FILED: { reportId: 'r', filedBy: 'li', progress: 1, noChange: false, noChangeRun: 0, expected: 1 },
    REPORT_ACCEPTED: { silently: false },
    REPORT_RETURNED: { reason: '' },
    REFILING_OVERDUE: {},
    NEXT_PERIOD_DUE: {},
    EXCUSED: { reason: '' },
  };
  const STATES = { scheduled, open: opened, submitted, returned, accepted, missed, excused };
  // prettier-ignore
  const TAKEN: Record<keyof typeof STATES, (keyof typeof EVENTS)[]> = {
    scheduled: ['WINDOW_OPENED', 'EXCUSED'],
    open:      ['REPORT_FILED', 'NEXT_PERIOD_DUE', 'EXCUSED'],
    submitted: ['REPORT_ACCEPTED', 'REPORT_RETURNED', 'NEXT_PERIOD_DUE', 'EXCUSED'],
    returned:  ['REPORT_FILED', 'REFILING_OVERDUE', 'NEXT_PERIOD_DUE', 'EXCUSED'],
    accepted:  [],
    missed:    [],
    excused:   [],
  };
  const cases = Object.entries(STATES).flatMap(([state, made]) =>
    Object.entries(EVENTS).map(([type, facts]) => {
      const taken = (TAKEN[state as keyof typeof STATES] as string[]).includes(type);
      return [state, taken ? 'takes' : 'refuses', type, made, facts] as const;
    }),
  );

  it.each(cases)('%s %s %s', (state, verdict, type, made, facts) => {
    const owed = made();
    expect(owed.state).toBe(state);
    expect(owed.allows('2024-05-06 10:00', type, facts)).toBe(verdict === 'takes');
  });
});
