import { LoneLine, shippedRules } from '#testing';

/** Signed for on Friday 12 April 2024: the first report is that of the middle of April, due on Friday the 19th. */
const aLine = (): LoneLine => new LoneLine().join('2024-04-12 10:00', 't1');

describe('a reporting line', () => {
  it('plans the sitting of the ten days in which its first task is signed for', () => {
    expect(aLine().context.current).toMatchObject({
      period: '2024-04 中旬',
      dueAt: '2024-04-19T09:30:00.000Z',
      opensAt: '2024-04-16T01:00:00.000Z',
    });
  });

  it('skips the first ten days when fewer than three working days of them are left', () => {
    const line = new LoneLine().join('2024-04-18 10:00', 't1');
    expect(line.context.current?.period).toBe('2024-04 下旬');
  });

  it('asks a task for no report whose due time has passed, though its ten days have not ended', () => {
    const { calendar, policy } = shippedRules();
    const reporting = { ...policy.reporting, minimumWorkingDays: 0 };
    const withoutSkipping = { calendar, policy: { ...policy, reporting } };
    const joined = (on: string): string | undefined =>
      new LoneLine(withoutSkipping).join(on, 't1').context.current?.period;
    expect(joined('2024-04-19 17:29')).toBe('2024-04 中旬'); // due at 17:30 of that Friday; the ten days end on Saturday
    expect(joined('2024-04-19 17:31')).toBe('2024-04 下旬');
  });

  it('reminds, chases and climbs on the exact working days, around Labour Day', () => {
    const line = aLine();
    expect(line.until('2024-04-25T10:00:00.000Z')).toEqual([
      '2024-04-18 09:00 reminder',
      '2024-04-19 14:00 reminder',
      '2024-04-19 17:30 chase',
      '2024-04-22 17:30 reminderLetter',
      '2024-04-24 17:30 noticeToIssue',
      '2024-04-25 17:30 issueOverdue',
    ]);
    expect(line.ladder).toBe('awaitingIssue');
  });

  it('opens the window of every obligation at its time', () => {
    const line = aLine().join('2024-04-12 10:05', 't2');
    line.until('2024-04-16T01:00:00.000Z');
    expect(line.taken.at(-1)?.event.type).toBe('SITTING_OPENED');
    expect(line.effects).toEqual([
      { type: 'forward', to: expect.anything(), event: { type: 'WINDOW_OPENED' } },
      { type: 'forward', to: expect.anything(), event: { type: 'WINDOW_OPENED' } },
    ]);
    expect(line.context.current?.open).toBe(true);
  });

  it('refuses a package before its window, one that was filed, and one of a period it does not know', () => {
    const line = aLine();
    const filing = (on: string, period: string): boolean =>
      line.ask({ type: 'SITTING_FILED', at: on, period, late: false, taskIds: ['t1'] }).ok;
    expect(filing('2024-04-15T02:00:00.000Z', '2024-04 中旬')).toBe(false);
    line.until('2024-04-16T01:00:00.000Z');
    expect(filing('2024-04-16T02:00:00.000Z', '2024-04 下旬')).toBe(false);
    line.file('2024-04-16 10:00', '2024-04 中旬');
    expect(filing('2024-04-16T03:00:00.000Z', '2024-04 中旬')).toBe(false);
  });

  it('reminds nobody of what is filed, and does not climb', () => {
    const line = aLine();
    line.until('2024-04-16T01:00:00.000Z');
    line.file('2024-04-17 16:00', '2024-04 中旬');
    expect(line.until('2024-04-19T10:00:00.000Z')).toEqual([]);
    expect(line.ladder).toBe('calm');
    expect(line.context.current?.period).toBe('2024-04 下旬');
  });

  it('runs the next clock from the issue of a notice that a person had to issue', () => {
    const line = aLine();
    line.until('2024-04-25T03:00:00.000Z');
    line.issue('2024-04-25 11:00', 'yellow');
    expect(line.armed['rung']).toBe('2024-04-28 11:00'); // Sunday the 28th was worked
    expect(line.armed['issue']).toBeUndefined();
    expect(line.context.cards.map((card) => card.colour)).toEqual(['blue', 'yellow']);
  });

  it('falls back to calm when the latest sitting is filed, and stops every clock of the ladder', () => {
    const line = aLine();
    line.until('2024-04-24T10:00:00.000Z');
    line.file('2024-04-24 18:30', '2024-04 中旬');
    expect(line.ladder).toBe('calm');
    expect(Object.keys(line.armed)).toEqual([
      'sitting:due',
      'sitting:opens',
      'sitting:reminder:dayBefore',
      'sitting:reminder:onTheDay',
    ]);
    expect([...line.alerts]).toEqual([]);
  });

  it('adds a later missed sitting to the climb it is on and starts no second one', () => {
    const line = aLine();
    line.until('2024-05-06T10:00:00.000Z');
    expect(line.context.climb).toMatchObject({
      generation: 1,
      causeDueAt: '2024-04-19T09:30:00.000Z',
      owed: [{ period: '2024-04 中旬' }, { period: '2024-04 下旬' }],
    });
    expect(line.context.overdue?.period).toBe('2024-04 下旬');
  });

  it('misses for ever what was overdue when the next due time passes', () => {
    const line = aLine();
    line.until('2024-04-30T09:30:00.000Z');
    const missed = line.taken
      .flatMap(({ effects }) => effects)
      .filter((effect) => effect.type === 'forward' && effect.event.type === 'NEXT_PERIOD_DUE');
    expect(missed).toHaveLength(1);
    expect(
      line.ask({ type: 'SITTING_FILED', at: '2024-05-06T02:00:00.000Z', period: '2024-04 中旬' }).ok,
    ).toBe(false);
  });

  it('lists the tasks of both periods in the notice of a climb that went on', () => {
    const line = aLine();
    line.until('2024-04-25T03:00:00.000Z');
    line.join('2024-04-25 11:00', 't2');
    line.issue('2024-04-26 11:00', 'yellow'); // red 2 working days later: Monday the 29th
    line.until('2024-04-30T10:00:00.000Z'); // nobody agrees; the end of April falls due meanwhile
    line.agree('2024-05-06 09:00', 'red');
    line.issue('2024-05-06 09:30', 'red');
    const told = line.effects.find((effect) => effect.type === 'notify');
    expect(told).toMatchObject({
      message: 'circular',
      facts: {
        owed: [
          { period: '2024-04 中旬', taskIds: ['t1'] },
          { period: '2024-04 下旬', taskIds: ['t1', 't2'] },
        ],
      },
    });
  });

  it('is not blamed for a sitting from which its only task was taken', () => {
    const line = aLine();
    line.until('2024-04-22T10:00:00.000Z');
    line.leave('2024-04-23 09:00', 't1');
    expect(line.ladder).toBe('calm');
    expect(line.armed).toEqual({});
  });

  it('counts the weeks around National Day by the days that were worked', () => {
    const line = new LoneLine().join('2024-09-23 10:00', 't1');
    // Sunday the 29th and Saturday 12 October were worked; 1 to 7 October were off.
    expect(line.promptly('2024-10-25 18:00')).toEqual([
      '2024-09-29 09:00 reminder',
      '2024-09-30 14:00 reminder',
      '2024-09-30 17:30 chase',
      '2024-10-08 17:30 reminderLetter',
      '2024-10-09 09:00 reminder',
      '2024-10-10 14:00 reminder',
      '2024-10-10 17:30 noticeToIssue',
      '2024-10-12 17:30 noticeToIssue',
      '2024-10-12 17:30 noticeToAgree',
      '2024-10-12 17:30 cardUnanswered',
      '2024-10-15 17:30 cardUnanswered',
      '2024-10-17 09:00 reminder',
      '2024-10-18 14:00 reminder',
      '2024-10-18 17:30 noticeToIssue',
      '2024-10-18 17:30 noticeToAgree',
    ]);
    expect(line.context.cards.map(({ colour, on }) => `${on} ${colour}`)).toEqual([
      '2024-10-08 blue',
      '2024-10-10 yellow',
      '2024-10-12 red',
      '2024-10-18 interview',
    ]);
    expect(line.context.climb?.owed.map(({ period, dueAt }) => [period, dueAt.slice(0, 10)])).toEqual([
      ['2024-09 下旬', '2024-09-30'],
      ['2024-10 上旬', '2024-10-10'],
      ['2024-10 中旬', '2024-10-18'],
    ]);
  });
});
