import type { DraftNotice, NoticeKind } from '#accountability';
import { shippedRules } from '#testing';
import { Names } from './names.js';
import { NOTICE_LABELS, noticeFacts, renderNotice, type NoticeFacts } from './notice-text.js';

const names = new Names(
  new Map([['u1', '区教育局']]),
  new Map([
    [
      't1',
      {
        id: 't1',
        code: 'A1-01',
        title: '项目建设',
        actionCode: 'A1',
        planCode: 'p1',
        planTitle: '八大行动方案',
      },
    ],
  ]),
);
const draft = (kind: NoticeKind, rung: string): DraftNotice => ({
  type: 'draftNotice',
  kind,
  generation: 1,
  rung,
  colour: null,
  issue: 'byPerson',
  unitId: 'u1',
  owed: [{ period: '2024-04 中旬', dueAt: '2024-04-19T09:30:00.000Z', taskIds: ['t1'] }],
  answerWithin: null,
});
const blueIssued = {
  kind: 'reminderLetter',
  number: '张武督提〔2024〕1号',
  issuedAt: '2024-04-22T09:30:00.000Z',
} as const;
const factsOf = (kind: NoticeKind, rung: string): NoticeFacts =>
  noticeFacts(draft(kind, rung), shippedRules(), names, [blueIssued]);
const issued = {
  number: '张武督办〔2024〕3号',
  issuedAt: '2024-04-24T09:30:00.000Z',
  answerBy: '2024-04-26T09:30:00.000Z',
};

describe('what a notice is drafted from', () => {
  it('is the unit, its tasks, the rule and its version, and the notices before it', () => {
    expect(factsOf('supervisionNotice', 'yellow')).toEqual({
      issuer: '张家界市武陵源区人民政府督查室',
      unit: '区教育局',
      plan: { title: '八大行动方案' },
      tasks: [
        {
          code: 'A1-01',
          title: '项目建设',
          periods: [{ label: '2024年4月中旬', dueAt: '2024-04-19T09:30:00.000Z' }],
        },
      ],
      rule: { label: '默认督办规则·旬报督办阶梯', version: 3 },
      label: '黄牌督办',
      card: '黄牌',
      agreedBy: null,
      appealWithin: 3,
      earlier: [
        { label: '提醒函', documentNumber: '张武督提〔2024〕1号', issuedAt: '2024-04-22T09:30:00.000Z' },
      ],
    });
  });

  it('names who must agree, where somebody must', () => {
    expect(factsOf('reminderLetter', 'blue').agreedBy).toBeNull();
    expect(factsOf('circular', 'red').agreedBy).toBe('指挥长');
    expect(factsOf('interviewNotice', 'interview').agreedBy).toBe('指挥长');
  });

  it('survives being kept as JSON', () => {
    const facts = factsOf('circular', 'red');
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  });
});

describe('a notice in words', () => {
  it('of a reminder letter says that the rule issued it', () => {
    const { title, body } = renderNotice('reminderLetter', factsOf('reminderLetter', 'blue'), issued);
    expect(title).toBe('关于填报2024年4月中旬进展情况的提醒函');
    expect(body).toContain('自动签发');
  });

  it('of a supervision notice calls the card and the time to answer', () => {
    const { title, body } = renderNotice('supervisionNotice', factsOf('supervisionNotice', 'yellow'), issued);
    expect(title).toContain('督办单');
    expect(body).toContain('现予督办（黄牌）');
    expect(body).toContain('2024年4月26日17:30前');
    expect(body).toContain('提醒函（张武督提〔2024〕1号）发出后');
  });

  it('of a circular calls the card, whom it goes to and who agreed', () => {
    const { body } = renderNotice('circular', factsOf('circular', 'red'), issued);
    expect(body).toContain('各工作专班、各牵头单位：');
    expect(body).toContain('经指挥长同意，现对区教育局予以通报（红牌）');
  });

  it('of an interview names who conducts it; the time follows', () => {
    const { body } = renderNotice('interviewNotice', factsOf('interviewNotice', 'interview'), issued);
    expect(body).toContain('决定由指挥长对你单位主要负责人进行约谈');
    expect(body).toContain('时间：另行通知');
  });

  it.each([
    ['reminderLetter', 'blue'],
    ['supervisionNotice', 'yellow'],
    ['circular', 'red'],
    ['interviewNotice', 'interview'],
  ] as const)(
    '%s has its number and date once issued, no number before, and names the task',
    (kind, rung) => {
      const draftText = renderNotice(kind, factsOf(kind, rung), { ...issued, number: null });
      expect(draftText.body).not.toContain('张武督办〔2024〕3号');
      const text = renderNotice(kind, factsOf(kind, rung), issued);
      expect(text.body.startsWith('张武督办〔2024〕3号\n')).toBe(true);
      expect(text.body.split('\n')).toContain('2024年4月24日');
      expect(text.body).toContain('A1-01');
      expect(NOTICE_LABELS[kind]).toMatch(/^(提醒函|督办单|通报|约谈通知)$/u);
    },
  );
});
