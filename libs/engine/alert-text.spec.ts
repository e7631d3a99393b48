import { ROLES, type RaiseAlert } from '#accountability';
import { alertDetail, alertTitle } from '#english';
import { GOLDEN_STORIES, LoneLine, LoneObligation, LoneTask, moment, shippedRules } from '#testing';
import { alertText } from './alert-text.js';
import { Names } from './names.js';

const names = new Names(
  new Map([['u1', '区教育局']]),
  new Map(
    ['A1-01', 'A1-02'].map((code) => [
      code,
      { id: code, code, title: `第${code.slice(-1)}项`, actionCode: 'A1', planCode: 'p', planTitle: '方案' },
    ]),
  ),
);
const alert = (name: string, facts: Record<string, unknown>, unitId: string | null = 'u1'): RaiseAlert => ({
  type: 'raiseAlert',
  name,
  level: 'info',
  unitId,
  facts,
});
const owed = [
  { period: '2024-04 中旬', dueAt: '2024-04-19T09:30:00.000Z', taskIds: ['A1-01', 'A1-02'] },
  { period: '2024-04 下旬', dueAt: '2024-04-30T09:30:00.000Z', taskIds: ['A1-01'] },
];
const taskIds = ['A1-02', 'A1-01'];

describe('an alert as the supervision office reads it', () => {
  it.each([
    [
      'rung:1:blue',
      { owed, label: '提醒函' },
      '区教育局逾期未报（提醒函）',
      '2024年4月中旬：2项任务未报；2024年4月下旬：1项任务未报',
    ],
    [
      'issue:1:yellow',
      { owed: owed.slice(1), label: '黄牌督办' },
      '待签发：区教育局黄牌督办',
      '2024年4月下旬：1项任务未报',
    ],
    ['notSigned:u1', { taskIds }, '区教育局逾期未签收', 'A1-01 第1项；A1-02 第2项'],
    [
      'disputed',
      { taskIds: ['A1-01'], reason: '不属职责' },
      '区教育局提出职责争议',
      'A1-01 第1项。理由：不属职责',
    ],
    ['disputed', { taskIds: ['A1-01'] }, '区教育局提出职责争议', 'A1-01 第1项'],
    ['refile', { taskIds: ['A1-01'] }, '区教育局退回后逾期未重报', 'A1-01 第1项'],
    ['taskOverdue:u1', { taskIds: ['A1-01'] }, '区教育局任务到期未办结', 'A1-01 第1项'],
  ])('%s %j', (name, facts, title, detail) => {
    expect(alertText(alert(name, facts), names)).toEqual({ title, detail });
  });

  it('of a late gate names no unit: the lateness is the reviewing office’s', () => {
    expect(alertText(alert('gate:verification', { taskIds: ['A1-01'] }, null), names)).toEqual({
      title: '办结审核超过时限',
      detail: 'A1-01 第1项',
    });
  });

  it('of a vacancy names the post, whichever it is', () => {
    for (const role of ROLES) {
      const { title } = alertText(alert(`vacancy:${role}`, { role }), names);
      expect(title).toMatch(/^区教育局\p{Script=Han}+[（\p{Script=Han}）]*空缺$/u);
    }
  });
});

/** What of a sentence in English is Chinese besides the names that people gave: of units, duties and tasks. */
const chineseIn = (sentence: string): string[] =>
  sentence.replace(/区教育局|第\d项|方案/gu, '').match(/[\p{Script=Han}（）：；，。]+/gu) ?? [];

describe('an alert in English', () => {
  it('says of the words that it was raised with what, whose, and at which rung', () => {
    const inEnglish = (name: string, facts: Record<string, unknown>): [string, string] => {
      const { title, detail } = alertText(alert(name, facts), names);
      return [alertTitle(title, '区教育局'), alertDetail(detail)];
    };
    expect(inEnglish('rung:1:blue', { owed, label: '提醒函' })).toEqual([
      '区教育局: not reported in time (Reminder letter)',
      'mid Apr 2024: 2 tasks not reported; late Apr 2024: 1 task not reported',
    ]);
    expect(inEnglish('issue:1:yellow', { owed: [], taskIds, label: '黄牌督办' })).toEqual([
      'To issue: 区教育局: Yellow card',
      'A1-01 第1项；A1-02 第2项',
    ]);
    expect(inEnglish('disputed', { taskIds: ['A1-01'], reason: '不属职责' })).toEqual([
      '区教育局: disputes its responsibility',
      'A1-01 第1项. Reason: 不属职责',
    ]);
    // What the system did not word is left alone.
    expect(alertTitle('区教育局来函', '区教育局')).toBe('区教育局来函');
  });

  it('names every post that can be vacant', () => {
    for (const role of ROLES) {
      const { title, detail } = alertText(alert(`vacancy:${role}`, { role }), names);
      expect([title, chineseIn(alertTitle(title, '区教育局')), chineseIn(alertDetail(detail))]).toEqual([
        title,
        [],
        [],
      ]);
    }
  });
});

describe('every alert that a chart raises', () => {
  /** A task, a report owed and a line, each let lie until everything about it is late. */
  function everythingLate(): RaiseAlert[] {
    const tasks = GOLDEN_STORIES.filter(({ name }) => name.startsWith('task-')).map(({ tell }) =>
      tell(shippedRules()),
    );
    const task = new LoneTask();
    task.at('2024-04-11 09:00', 'CONFIRMED');
    task.at('2024-04-12 10:00', 'DISPATCHED');
    task.at('2024-04-15 10:00', 'SIGNED', { unitId: 'u1' });
    task.until(moment('2024-12-31 09:00'));
    const obligation = new LoneObligation('2024-04-19 17:30');
    obligation.at('2024-04-16 09:00', 'WINDOW_OPENED');
    obligation.file('2024-04-18 10:00');
    obligation.at('2024-04-18 11:00', 'REPORT_RETURNED', { reason: '' });
    obligation.until(moment('2024-05-31 09:00'));
    const line = new LoneLine().join('2024-04-12 10:00', 't1');
    line.promptly('2024-05-10 09:00');
    return [...tasks, task, obligation, line]
      .flatMap(({ taken }) => taken.flatMap(({ effects }) => effects))
      .filter((effect) => effect.type === 'raiseAlert');
  }

  it('has words of its own', () => {
    const raised = everythingLate();
    const kinds = new Set(raised.map(({ name }) => name.split(':')[0]));
    expect([...kinds].sort()).toEqual([
      'appeal',
      'appealLate',
      'awaited',
      'behind',
      'blockage',
      'blockageLate',
      'cardAnswer',
      'correctionLate',
      'disputeLate',
      'disputed',
      'gate',
      'handover',
      'issue',
      'matter',
      'notSigned',
      'refile',
      'rung',
      'taskOverdue',
      'unreported',
      'untrue',
      'verificationLate',
      'yearTurn',
    ]);
    for (const effect of raised) {
      const { title } = alertText(effect, names);
      expect([title, chineseIn(alertTitle(title, names.unit(effect.unitId)))]).toEqual([title, []]);
    }
    for (const effect of raised)
      expect(alertText(effect, names).title).toMatch(/逾期|争议|超过时限|到期|待签发|落后|申诉|等待|不实/u);
  });
});
