import { LoneLine } from '#testing';

/** The colours and days of the cards of a line. */
const cardsOf = (line: LoneLine): string[] =>
  line.context.cards.map(({ colour, on, generation }) => `${on} ${colour} ${generation}`);

/** One sitting is filed on the morning after its blue letter. */
function earnsBlueAndFiles(line: LoneLine, period: string, blueOn: string, filedOn: string): void {
  line.promptly(`${blueOn} 17:30`);
  expect(line.context.cards.at(-1)).toMatchObject({ colour: 'blue', on: blueOn });
  line.file(`${filedOn} 09:00`, period);
}

describe('the cards of a reporting line', () => {
  it('jump to yellow at once at the second blue of a quarter, and say why', () => {
    const line = new LoneLine().join('2024-04-12 10:00', 't1');
    earnsBlueAndFiles(line, '2024-04 中旬', '2024-04-22', '2024-04-23');
    expect(line.until('2024-05-06T09:30:00.000Z').slice(-3)).toEqual([
      '2024-04-30 17:30 chase',
      '2024-05-06 17:30 reminderLetter',
      '2024-05-06 17:30 noticeToIssue',
    ]);
    expect(line.ladder).toBe('awaitingIssue');
    const blue = line.taken.findLast(({ event }) => event.payload['rung'] === 'blue');
    expect(blue?.effects.at(-1)).toMatchObject({
      type: 'armDeadline',
      detail: { rung: 'yellow', because: 'early' },
    });
  });

  it('are not added up across the end of a quarter', () => {
    const line = new LoneLine().join('2024-06-11 10:00', 't1');
    earnsBlueAndFiles(line, '2024-06 中旬', '2024-06-21', '2024-06-24'); // blue on 21 June
    line.until('2024-07-01T09:30:00.000Z'); // due on Friday 28 June, blue on Monday 1 July
    expect(cardsOf(line)).toEqual(['2024-06-21 blue 1', '2024-07-01 blue 2']);
    expect(line.ladder).toBe('climbing');
    expect(line.armed['rung']).toBe('2024-07-03 17:30');
  });

  it('are kept through the quarter though every climb was cured', () => {
    const line = new LoneLine().join('2024-04-12 10:00', 't1');
    earnsBlueAndFiles(line, '2024-04 中旬', '2024-04-22', '2024-04-23');
    line.until('2024-05-07T00:00:00.000Z');
    line.issue('2024-05-07 09:00', 'yellow');
    line.file('2024-05-07 10:00', '2024-04 下旬');
    line.until('2024-05-11T09:30:00.000Z'); // the third blue: due on Friday 10 May; Saturday was worked
    expect(cardsOf(line)).toEqual([
      '2024-04-22 blue 1',
      '2024-05-06 blue 2',
      '2024-05-07 yellow 2',
      '2024-05-11 blue 3',
    ]);
    expect(line.ladder).toBe('awaitingIssue');
  });

  it('jump to the interview at once at the second red of a year, and not across its end', () => {
    const line = new LoneLine().join('2024-04-12 10:00', 't1');
    line.promptly('2024-04-26 17:30');
    expect(cardsOf(line).at(-1)).toBe('2024-04-26 red 1');
    expect(line.armed['rung']).toBe('2024-05-07 17:30'); // the first red: five working days, over Labour Day
    line.file('2024-04-28 09:00', '2024-04 中旬');
    line.until('2024-11-30T10:00:00.000Z'); // silent since the summer; the letters of the next climb lie on the desk
    expect(line.context.climb?.awaitingIssue?.rung).toBe('yellow');
    line.issue('2024-12-02 09:00', 'yellow');
    line.until('2024-12-04T01:00:00.000Z');
    line.agree('2024-12-04 10:00', 'red');
    const secondRed = line.issue('2024-12-04 11:00', 'red');
    expect(secondRed.at(-1)).toMatchObject({
      type: 'armDeadline',
      name: 'rung',
      detail: { rung: 'interview', because: 'early' },
    });
    expect(line.armed['rung']).toBe('2024-12-04 11:00');
  });

  it('leave the interview in its turn when the first red was last year’s', () => {
    const line = new LoneLine().join('2024-12-02 10:00', 't1');
    line.promptly('2024-12-17 17:30'); // due on Tuesday the 10th, red five working days later
    expect(cardsOf(line).at(-1)).toBe('2024-12-17 red 1');
    line.file('2024-12-18 09:00', '2024-12 上旬');
    line.promptly('2025-01-02 16:00'); // due on Friday 20 December; red on the 27th is the second of the year
    // what nobody answered has climbs of its own, which are numbered with the others
    expect(cardsOf(line).slice(-2)).toEqual(['2024-12-27 red 3', '2024-12-27 interview 3']);
    line.file('2025-01-02 16:30', line.context.overdue?.period ?? '');
    line.promptly('2025-01-17 18:00'); // due on Friday 10 January, red on the 17th: the first of 2025
    expect(cardsOf(line).at(-1)).toBe('2025-01-17 red 5');
    expect(line.armed['rung']).toBe('2025-01-24 17:30');
  });
});

describe('a notice that a person issues', () => {
  /** Yellow was issued on time on 24 April; red lies on the desk since Friday the 26th at 17:30. */
  function atRed(): LoneLine {
    const line = new LoneLine().join('2024-04-12 10:00', 't1');
    line.until('2024-04-24T09:30:00.000Z');
    line.issue('2024-04-24 17:30', 'yellow');
    const answer = { generation: 1, rung: 'yellow', unitId: 'unit', statement: '已安排' };
    line.send({ type: 'CARD_ANSWERED', at: '2024-04-25T01:00:00.000Z', ...answer });
    line.until('2024-04-26T09:30:00.000Z');
    return line;
  }

  it('is asked of the supervision office, and its agreement of the commander', () => {
    const line = atRed();
    expect(line.effects.filter((effect) => effect.type === 'notify')).toMatchObject([
      { message: 'noticeToIssue', audience: ['supervisor'] },
      { message: 'noticeToAgree', audience: ['commander'] },
    ]);
    expect([...line.alerts]).toEqual(['rung:1:red', 'issue:1:red']);
  });

  it('cannot be issued before the commander has agreed, where the rung asks for it', () => {
    const line = atRed();
    const issue = { type: 'NOTICE_ISSUED', at: '2024-04-28T01:00:00.000Z', generation: 1, rung: 'red' };
    expect(line.ask(issue)).toMatchObject({ ok: false, rejection: { code: 'EventNotAllowed' } });
    line.agree('2024-04-28 09:00', 'red');
    expect(line.ask(issue).ok).toBe(true);
  });

  it('needs no agreement where the rung asks for none', () => {
    const line = new LoneLine().join('2024-04-12 10:00', 't1');
    line.until('2024-04-24T09:30:00.000Z');
    expect(line.context.climb?.awaitingIssue).toEqual({ rung: 'yellow', agreed: true });
  });

  it('earns its card on the day of the issue, not of the draft', () => {
    const line = atRed();
    expect(cardsOf(line).map((card) => card.slice(11))).toEqual(['blue 1', 'yellow 1']);
    line.agree('2024-04-29 09:00', 'red');
    line.issue('2024-04-29 15:00', 'red');
    expect(cardsOf(line).at(-1)).toBe('2024-04-29 red 1');
  });

  it('is asked for again each working day that it is late, of the issuing office and the commander', () => {
    const line = atRed();
    expect(line.until('2024-05-07T10:00:00.000Z').filter((said) => said.endsWith('issueOverdue'))).toEqual([
      '2024-04-28 17:30 issueOverdue',
      '2024-04-29 17:30 issueOverdue',
      '2024-04-30 17:30 issueOverdue',
      '2024-05-06 17:30 issueOverdue',
      '2024-05-07 17:30 issueOverdue',
    ]);
    const late = line.taken.findLast(({ event }) => event.type === 'ISSUE_OVERDUE');
    expect(late?.effects).toContainEqual(expect.objectContaining({ audience: ['supervisor', 'commander'] }));
  });

  it('is not asked for again once it is issued', () => {
    const line = atRed();
    line.agree('2024-04-28 09:00', 'red');
    line.issue('2024-04-28 10:00', 'red');
    expect(line.armed['issue']).toBeUndefined();
    expect([...line.alerts]).toEqual(['rung:1:red']);
    expect(
      line.ask({ type: 'NOTICE_ISSUED', at: '2024-04-28T03:00:00.000Z', generation: 1, rung: 'red' }).ok,
    ).toBe(false);
  });

  it('is cancelled, with its alert and its clock, when the unit files while the draft waits', () => {
    const line = atRed();
    const effects = line.file('2024-04-28 09:00', '2024-04 中旬');
    expect(effects).toContainEqual({ type: 'cancelNotice', generation: 1 });
    expect([...line.alerts]).toEqual([]);
    expect(line.armed).not.toHaveProperty('issue');
    expect(line.armed).not.toHaveProperty('rung');
    expect(cardsOf(line).map((card) => card.slice(11))).toEqual(['blue 1', 'yellow 1']);
    for (const type of ['NOTICE_AGREED', 'NOTICE_ISSUED', 'ISSUE_OVERDUE'])
      expect(line.ask({ type, at: '2024-04-28T02:00:00.000Z', generation: 1, rung: 'red' }).ok).toBe(false);
  });

  it('of an earlier climb cannot be issued into a later one', () => {
    const line = atRed();
    line.file('2024-04-28 09:00', '2024-04 中旬');
    line.until('2024-05-06T09:30:00.000Z'); // the second blue of the quarter: yellow waits, in the second climb
    const issue = { type: 'NOTICE_ISSUED', at: '2024-05-07T02:00:00.000Z', rung: 'yellow' };
    expect(line.ask({ ...issue, generation: 1 }).ok).toBe(false);
    expect(line.ask({ ...issue, generation: 2 }).ok).toBe(true);
  });
});

describe('a climb', () => {
  it('is cured by the newest package too, filed before its due time: the older one stays unfiled', () => {
    const line = new LoneLine().join('2024-04-12 10:00', 't1');
    line.until('2024-04-26T01:00:00.000Z'); // the window of the end of April is open
    line.file('2024-04-26 10:00', '2024-04 下旬');
    expect(line.ladder).toBe('calm');
    expect(line.context.overdue?.period).toBe('2024-04 中旬');
    expect(line.armed).not.toHaveProperty('rung');
  });

  it('takes no rung of another climb, and none out of turn', () => {
    const line = new LoneLine().join('2024-04-12 10:00', 't1');
    line.until('2024-04-22T09:30:00.000Z'); // blue was reached
    const rung = (generation: number, name: string): boolean =>
      line.ask({ type: 'RUNG_DUE', at: '2024-04-22T10:00:00.000Z', generation, rung: name }).ok;
    expect(rung(1, 'yellow')).toBe(true);
    expect(rung(1, 'blue')).toBe(false);
    expect(rung(1, 'red')).toBe(false);
    expect(rung(2, 'yellow')).toBe(false);
  });

  it('arms no clock above the topmost rung', () => {
    const line = new LoneLine().join('2024-04-12 10:00', 't1');
    line.promptly('2024-05-07 17:30');
    expect(cardsOf(line).at(-1)).toBe('2024-05-07 interview 1');
    expect(line.armed).not.toHaveProperty('rung');
    expect(line.armed).not.toHaveProperty('issue');
    expect(line.ladder).toBe('climbing');
  });
});
