import { DESK_MESSAGES } from '#reporting';
import { GOLDEN_STORIES, shippedRules } from '#testing';
import { composeMessage, type Told } from './compose-message.js';

const told = (over: Partial<Told> = {}): Told => ({
  unit: '区教育局',
  plan: { title: '八大行动方案' },
  owed: [
    {
      code: 'A1-01',
      title: '项目建设',
      periods: [{ label: '2024年4月中旬', dueAt: '2024-04-19T09:30:00.000Z' }],
    },
  ],
  byFiner: 0,
  tasks: [{ code: 'A1-02', title: '招商引资' }],
  reason: undefined,
  label: undefined,
  noticeId: null,
  ...over,
});

describe('the words of a message', () => {
  it('are those of the notice that it carries', () => {
    const notice = { title: '提醒函', body: '全文' };
    expect(composeMessage('reminderLetter', [told()], notice)).toBe(notice);
  });

  it('of a reminder list what is due, and until when', () => {
    const { title, body } = composeMessage('reminder', [told()], null);
    expect(title).toBe('填报提醒：2024年4月中旬，1项任务待填报');
    expect(body).toContain('区教育局：《八大行动方案》2024年4月中旬进展情况');
    expect(body).toContain('项目建设（A1-01）');
    expect(body).toContain('2024年4月19日17:30');
    expect(composeMessage('reminder', [told({ byFiner: 2 })], null).title).toBe(
      `${title}（另有2项按更短周期报送）`,
    );
  });

  it('of a chase list what is overdue', () => {
    const { title, body } = composeMessage('chase', [told()], null);
    expect(title).toBe('催报：2024年4月中旬，1项任务逾期未报');
    expect(body).toContain('项目建设（A1-01）');
  });

  it('about several matters at once name them all', () => {
    const other = told({ owed: [{ ...told().owed[0]!, code: 'A2-07', title: '另一项' }] });
    const { title, body } = composeMessage('chase', [told(), other], null);
    expect(title).toContain('2项任务');
    expect(body).toMatch(/A1-01[\s\S]*A2-07/u);
    const desk = composeMessage(
      'dispatched',
      [told(), told({ tasks: [{ code: 'A2-07', title: '另一项' }] })],
      null,
    );
    expect(desk.title).toBe('2项任务已下发，待签收');
    expect(desk.body).toMatch(/A1-02[\s\S]*A2-07/u);
  });

  it('give the reason and the gate where there is one', () => {
    const { body } = composeMessage(
      'closureReturned',
      [told({ reason: '佐证不足', label: '督查核实' })],
      null,
    );
    expect(body).toContain('1. A1-02 招商引资（区教育局）；督查核实；佐证不足');
  });

  it.each(DESK_MESSAGES.map((kind) => [kind]))('exist for the desk message %s', (kind) => {
    const { title, body } = composeMessage(kind, [told()], null);
    expect(title.length).toBeGreaterThan(4);
    expect(body).toContain('区教育局');
  });

  it('exist for every message that the ladder sends without a notice', () => {
    const { reminders, rungs } = shippedRules().policy.reportingLadder;
    const kinds = [...reminders, ...rungs.filter(({ notice }) => notice === null)].map(
      ({ message }) => message,
    );
    expect(kinds).toEqual(['reminder', 'reminder', 'chase']);
    for (const kind of kinds) expect(composeMessage(kind, [told()], null).body).toContain('A1-01');
  });

  it('exist for every message that a ladder of a task sends without a notice', () => {
    const rungs = shippedRules().policy.taskLadders.flatMap((ladder) => ladder.rungs);
    const kinds = new Set(rungs.filter(({ notice }) => notice === null).map(({ message }) => message));
    expect(kinds.size).toBeGreaterThan(8);
    for (const kind of kinds)
      expect(composeMessage(kind, [told()], null).body).toContain(told().tasks[0]?.code ?? '-');
    for (const { notice, message } of rungs)
      if (notice !== null) expect([notice, message]).toEqual([notice, notice]);
  });

  it('exist for everything that the chart of a task says of itself', () => {
    const said = GOLDEN_STORIES.filter(({ name }) => name.startsWith('task-')).flatMap(({ tell }) =>
      tell(shippedRules()).taken.flatMap(({ effects }) =>
        effects.flatMap((effect) => (effect.type === 'notify' ? [effect.message] : [])),
      ),
    );
    const notices = new Set(['reminderLetter', 'supervisionNotice', 'circular', 'interviewNotice']);
    for (const kind of new Set(said.filter((message) => !notices.has(message))))
      expect(composeMessage(kind, [told()], null).title.length).toBeGreaterThan(4);
  });

  it('that there are none of are an error, and so is a message about nothing', () => {
    expect(() => composeMessage('applause', [told()], null)).toThrow(
      'there are no words for a message of kind applause',
    );
    expect(() => composeMessage('chase', [], null)).toThrow('a message about nothing');
    expect(() => composeMessage('chase', [told({ owed: [] })], null)).toThrow(/at least one task/u);
  });
});
