import { LoneLine, moment, shippedRules } from '#testing';

/** Silent since 19 April 2024, 17:30; the letter came on the 22nd, and the yellow card is issued at noon of the 25th. */
function carded(): LoneLine {
  const line = new LoneLine().join('2024-04-12 10:00', 't1');
  line.until(moment('2024-04-25 09:00'));
  line.issue('2024-04-25 12:00', 'yellow');
  return line;
}
const card = (rung: string) => ({ generation: 1, rung, unitId: 'unit' });
const send = (line: LoneLine, on: string, type: string, facts: Record<string, unknown>) =>
  line.send({ type, at: moment(on), ...facts });
const allows = (line: LoneLine, on: string, type: string, facts: Record<string, unknown>): boolean =>
  line.ask({ type, at: moment(on), ...facts }).ok;
const told = (line: LoneLine): string[] =>
  line.taken.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.type === 'notify' ? [effect.message] : [])),
  );
const appeal = (line: LoneLine, on: string, rung = 'yellow') =>
  send(line, on, 'APPEALED', { ...card(rung), reason: '系统故障' });

describe('a card of a reporting line', () => {
  it('is answered within the time that its notice gives, and nobody presses for it then', () => {
    const line = carded();
    expect(line.armed).toMatchObject({ 'card:answer:1:yellow': '2024-04-28 17:30' });
    send(line, '2024-04-26 10:00', 'CARD_ANSWERED', { ...card('yellow'), statement: '已安排专人' });
    expect(line.armed).not.toHaveProperty(['card:answer:1:yellow']);
    expect(line.context.cards.at(-1)?.answer).toBe('given');
    expect(allows(line, '2024-04-26 11:00', 'CARD_ANSWERED', { ...card('yellow'), statement: '' })).toBe(
      false,
    );
  });

  it('that nobody answers climbs a ladder of its own, beside that of the silence', () => {
    const line = carded();
    line.until(moment('2024-04-30 18:00'));
    expect(told(line).filter((message) => message === 'cardUnanswered')).toHaveLength(2);
    expect(line.context.matters.climbs).toMatchObject([
      { trigger: 'cardAnswer', unitId: 'unit', generation: 2, reached: 2 },
    ]);
    expect(line.context.climb).toMatchObject({ generation: 1 });
    send(line, '2024-04-30 18:30', 'CARD_ANSWERED', { ...card('yellow'), statement: '已整改' });
    expect(line.context.matters).toEqual({ causes: {}, climbs: [] });
  });

  it('need not be answered any more when the report is filed', () => {
    const line = carded();
    line.file('2024-04-26 10:00', '2024-04 中旬');
    expect(line.ladder).toBe('calm');
    expect(line.context.cards.map(({ answer }) => answer)).toEqual(['notAsked', 'notAsked']);
    expect(Object.keys(line.armed).filter((name) => !name.startsWith('sitting'))).toEqual([]);
  });
});

describe('an appeal against a card of a reporting line', () => {
  it('is open to its unit once, for three working days', () => {
    const line = carded();
    const open = (on: string, facts = card('yellow')): boolean =>
      allows(line, on, 'APPEALED', { ...facts, reason: '' });
    // three working days from Thursday the 25th: the 26th, Sunday the 28th, which was worked, and the 29th
    expect(line.context.cards.at(-1)?.appealBy).toBe(moment('2024-04-29 17:30'));
    expect([open('2024-04-29 17:30'), open('2024-04-29 17:31')]).toEqual([true, false]);
    expect(open('2024-04-26 10:00', { ...card('yellow'), unitId: 'other' })).toBe(false);
    expect(open('2024-04-26 10:00', card('red'))).toBe(false);
    appeal(line, '2024-04-26 10:00');
    send(line, '2024-04-26 11:00', 'APPEAL_REJECTED', { ...card('yellow'), reason: '' });
    expect(open('2024-04-26 12:00')).toBe(false);
  });

  it('has the ladder stand still until it is decided, and come later by that time', () => {
    const line = carded();
    // two working days from the issue: the 26th, and Sunday the 28th, which was worked
    expect(line.armed).toMatchObject({ rung: '2024-04-28 12:00' });
    appeal(line, '2024-04-26 12:00');
    expect(line.armed).not.toHaveProperty('rung');
    expect(allows(line, '2024-04-28 11:00', 'RUNG_DUE', { generation: 1, rung: 'red' })).toBe(false);
    send(line, '2024-04-28 12:00', 'APPEAL_REJECTED', { ...card('yellow'), reason: '不属免责情形' });
    expect(line.armed).toMatchObject({ rung: '2024-04-29 12:00' });
    expect(told(line)).toContain('appealRejected');
  });

  it('that nobody decides in time climbs the ladder of the office that decides', () => {
    const line = carded();
    appeal(line, '2024-04-26 10:00');
    expect(line.armed).toMatchObject({ 'card:appeal:1:yellow': '2024-05-07 17:30' });
    line.until(moment('2024-05-09 18:00'));
    expect(told(line).filter((message) => message === 'appealOverdue')).toHaveLength(2);
    expect(line.context.matters.causes).toMatchObject({ appealLate: { unitId: null } });
  });

  it('that is upheld takes the card and what followed from it back, and the climb with it', () => {
    const line = carded();
    appeal(line, '2024-04-26 10:00', 'yellow');
    send(line, '2024-04-28 10:00', 'APPEAL_UPHELD', { ...card('yellow'), reason: '情况属实' });
    expect(line.context.cards.map(({ rung, rescinded }) => [rung, rescinded])).toEqual([
      ['blue', false],
      ['yellow', true],
    ]);
    expect([line.ladder, line.context.climb]).toEqual(['calm', null]);
    expect(line.taken.at(-1)?.effects).toContainEqual({
      type: 'rescindNotice',
      generation: 1,
      rung: 'yellow',
    });
    expect(Object.keys(line.armed).filter((name) => !name.startsWith('sitting'))).toEqual([]);
  });

  it('that is upheld is counted nowhere: the second blue of a quarter does not jump', () => {
    const second = (rescinded: boolean): string | undefined => {
      const line = new LoneLine().join('2024-04-12 10:00', 't1');
      line.until(moment('2024-04-23 09:00'));
      if (rescinded) {
        appeal(line, '2024-04-23 10:00', 'blue');
        send(line, '2024-04-24 10:00', 'APPEAL_UPHELD', { ...card('blue'), reason: '属实' });
      }
      line.file('2024-04-24 11:00', '2024-04 中旬');
      line.until(moment('2024-05-07 09:00'));
      return line.context.climb?.awaitingIssue?.rung;
    };
    expect([second(false), second(true)]).toEqual(['yellow', undefined]);
  });

  it('does not end with the report: an appeal against the card of a silence that is over is decided too', () => {
    const line = carded();
    appeal(line, '2024-04-26 10:00');
    line.file('2024-04-26 11:00', '2024-04 中旬');
    send(line, '2024-04-28 10:00', 'APPEAL_UPHELD', { ...card('yellow'), reason: '属实' });
    expect(line.context.cards.at(-1)?.rescinded).toBe(true);
  });
});

describe('a person’s hand on the ladder of a reporting line', () => {
  it('holds it until a day; the rung comes later by that', () => {
    const line = carded();
    send(line, '2024-04-26 12:00', 'HELD', { generation: 1, until: '2024-04-30', reason: '正在汇总' });
    expect(line.armed).toMatchObject({ hold: '2024-04-30 17:30' });
    expect(line.armed).not.toHaveProperty('rung');
    expect(allows(line, '2024-04-26 13:00', 'HELD', { generation: 1, until: '2024-05-10', reason: '' })).toBe(
      false,
    );
    line.until(moment('2024-05-06 09:00'));
    // 1 working day and the hours left of it were still to run when it was held
    expect(line.armed).toHaveProperty('rung');
    expect(line.armed['rung']?.slice(0, 10)).toBe('2024-05-06');
  });

  it('lifts it: this silence climbs no further, and the next one begins at the bottom', () => {
    const line = carded();
    send(line, '2024-04-26 10:00', 'LIFTED', { generation: 1, reason: '已协调' });
    expect([line.ladder, line.context.climb]).toEqual(['calm', null]);
    expect(told(line)).toContain('ladderLifted');
    line.until(moment('2024-04-30 18:00'));
    expect(line.context.climb).toMatchObject({ generation: 2, reached: 1 });
  });

  it('skips a rung: the one after it comes in its own gap', () => {
    const line = carded();
    const skip = { generation: 1, rung: 'red', reason: '已说明', approverId: 'p9' };
    expect(allows(line, '2024-04-26 12:00', 'SKIPPED', { ...skip, rung: 'interview' })).toBe(false);
    send(line, '2024-04-26 12:00', 'SKIPPED', skip);
    // five working days from now would be noon, but not sooner than ten after the due time
    expect(line.armed).toMatchObject({ rung: '2024-05-07 17:30' });
  });
});

describe('the cards of a unit', () => {
  const elsewhere = (on: string, rescinded = false) =>
    rescinded ? [] : [{ key: `task/1/blue/${on}`, unitId: 'unit', colour: 'blue', on }];
  /** The first letter of this line comes on 22 April; whether yellow comes at once then. */
  const jumps = (cards: readonly object[]): boolean => {
    const line = new LoneLine().join('2024-04-12 10:00', 't1');
    line.until(moment('2024-04-22 17:00'));
    send(line, '2024-04-22 17:30', 'RUNG_DUE', { generation: 1, rung: 'blue', unitCards: cards });
    return line.armed['rung'] === '2024-04-22 17:30';
  };

  it('are counted from all its lines and tasks in the plan, within the quarter', () => {
    expect(shippedRules().policy.reportingLadder.rungs[2]?.early).toEqual({
      colour: 'blue',
      count: 2,
      within: 'quarter',
    });
    expect([jumps([]), jumps(elsewhere('2024-04-10')), jumps(elsewhere('2024-03-29'))]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('count several matters of one notice as one', () => {
    const together = [1, 2, 3].map((n) => ({
      ...elsewhere('2024-04-10')[0],
      key: 'unit/behind/blue/2024-04-10',
      n,
    }));
    const line = new LoneLine().join('2024-04-12 10:00', 't1');
    line.until(moment('2024-04-22 17:00'));
    send(line, '2024-04-22 17:30', 'RUNG_DUE', {
      generation: 1,
      rung: 'blue',
      unitCards: together.slice(0, 1),
    });
    expect(line.taken.at(-1)?.event.payload['unitCards']).toHaveLength(1);
    expect(line.armed['rung']).toBe('2024-04-22 17:30');
    expect(new Set(together.map(({ key }) => key)).size).toBe(1);
  });
});
