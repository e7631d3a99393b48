import { parseCalendar } from '#calendar';
import { announceCalendar, explainNotice, explainObligation, IN_CHINESE, type Spoken } from '#engine';
import { wordFor } from '#english';
import { createTestDatabase, seedText, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';

const begun = async (db: TestDatabase): Promise<Story> => {
  const story = await Story.begin(db.database, '2024-09-23 09:00', 1);
  await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
  await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
  return story;
};
const IN_ENGLISH: Spoken = { language: 'en', word: wordFor };
const whyNotice = async (story: Story, rung: string, spoken: Spoken = IN_CHINESE) => {
  const [notice] = await story.read<{ id: string }>('select id from notice where rung = $1', [rung]);
  const why = await explainNotice(story.engine.context, {
    jurisdictionId: SMALL_DISTRICT,
    noticeId: notice?.id ?? '',
    spoken,
  });
  if (!why.ok) throw new Error(why.rejection.code);
  return why.value;
};
const whyReport = async (story: Story, period: string, spoken: Spoken = IN_CHINESE) => {
  const [row] = await story.read<{ id: string }>('select id from obligation where period = $1', [period]);
  const why = await explainObligation(story.engine.context, {
    jurisdictionId: SMALL_DISTRICT,
    obligationId: row?.id ?? '',
    spoken,
  });
  if (!why.ok) throw new Error(why.rejection.code);
  return why.value;
};

describe('why a notice was issued', () => {
  it('names rule, cause, rung, who issued it, and that an appeal took it back', async () => {
    const db = await createTestDatabase();
    try {
      const story = await begun(db);
      await story.notice('2024-10-09 09:00', 'supervisor', 'yellow', 'issue');
      await story.task('2024-10-10 09:00', 'liaison', 1, 'appeal', { reason: '受灾' });
      await story.task('2024-10-10 10:00', 'supervisor', 1, 'upholdAppeal', { reason: '情况属实' });
      const { sentences, rules, clocks, events } = await whyNotice(story, 'yellow');
      expect(sentences).toEqual([
        '依据“默认督办规则·逾期未签收阶梯”（第3版）：区教育局逾期未签收，仍未签收（应于2024年9月25日17:30前签收），到期后5个工作日为“黄牌督办”。',
        '2024年10月8日17:30到达“黄牌督办”。',
        '此前已发张武督提〔2024〕1号（2024年9月27日17:30）。',
        '2024年10月9日09:00由督查人员签发（张武督办〔2024〕1号）。',
        '2024年10月10日09:00单位提出申诉，其间督办暂停：受灾。',
        '2024年10月10日10:00申诉成立：情况属实。',
        '2024年10月10日10:00文书撤销，不再计入；原文和记录保留。',
      ]);
      expect((await whyNotice(story, 'yellow', IN_ENGLISH)).sentences).toEqual([
        'By "Default rules: not signed in time" (version 3): 区教育局: not signed in time (still not signed, due 25 Sep 2024 17:30); 5 working days after it fell due comes "Yellow card".',
        '"Yellow card" was reached 8 Oct 2024 17:30.',
        'Before it: 张武督提〔2024〕1号 (27 Sep 2024 17:30).',
        'Issued 9 Oct 2024 09:00 by the supervision office (张武督办〔2024〕1号).',
        '10 Oct 2024 09:00: the unit appealed; escalation stands still meanwhile (受灾).',
        '10 Oct 2024 10:00: the appeal was upheld (情况属实).',
        'Rescinded 10 Oct 2024 10:00; it no longer counts. Its text and record stay.',
      ]);
      expect(rules.map(({ kind, version }) => [kind, version])).toEqual([
        ['policy', 3],
        ['ladder', 3],
        ['calendar', expect.any(Number)],
      ]);
      const rung = clocks.find(({ name }) => name.startsWith('rung'));
      expect(rung?.segments).toMatchObject([{ kind: 'running', workingDays: 5 }]);
      expect(events.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['RUNG_DUE', 'NOTICE_ISSUED', 'APPEALED', 'APPEAL_UPHELD']),
      );
    } finally {
      await db.drop();
    }
  });
});

describe('why a notice about reports was issued', () => {
  it('counts from the sitting that was not filed, not from one that was filed before it fell due', async () => {
    const db = await createTestDatabase();
    try {
      const story = await begun(db);
      await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
      await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70);
      await story.until('2024-10-12 18:00');
      const { sentences } = await whyNotice(story, 'blue');
      expect(sentences[0]).toContain('自2024年10月10日17:30到期起算');
    } finally {
      await db.drop();
    }
  });
});

describe('why a report stands where it stands', () => {
  it('says from when to when a new calendar moved it, that it was late, and who accepted it', async () => {
    const db = await createTestDatabase();
    try {
      const story = await begun(db);
      await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
      await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70);
      await story.until('2024-10-08 18:00');
      expect((await whyReport(story, '2024-09 下旬')).sentences).toEqual([
        '区教育局须就“第1件实事”（A1-01）填报2024年9月下旬进展，2024年9月30日17:30截止。',
        '2024年9月29日15:00填报，进度70%，按时。',
        '专班办公室在规定时间内没有审核，按规则视为认可。',
      ]);
      const read = parseCalendar(seedText('calendars/cn-state-council.yaml'));
      if (!read.ok) throw new Error('calendar');
      read.data.years['2024']?.off.push('2024-10-10');
      const announced = {
        jurisdictionId: SMALL_DISTRICT,
        calendar: read.data,
        reason: '台风停工通知',
        announcedBy: null,
      };
      await announceCalendar(story.engine.context, announced);
      await story.until('2024-10-09 18:00');
      const { sentences, events } = await whyReport(story, '2024-10 上旬');
      expect(sentences).toEqual([
        '区教育局须就“第1件实事”（A1-01）填报2024年10月上旬进展，2024年10月9日17:30截止。',
        '截止时间因“台风停工通知”由2024年10月10日17:30移至2024年10月9日17:30（日历第2版）。',
        '已过截止时间，尚未填报。',
      ]);
      expect((await whyReport(story, '2024-10 上旬', IN_ENGLISH)).sentences).toEqual([
        '区教育局 has to report on "第1件实事" (A1-01) for early Oct 2024, due 9 Oct 2024 17:30.',
        'Because of "台风停工通知" it falls due 9 Oct 2024 17:30 instead of 10 Oct 2024 17:30 (calendar version 2).',
        'It fell due and is not filed yet.',
      ]);
      expect(events.map(({ type }) => type)).toContain('CALENDAR_CHANGED');
    } finally {
      await db.drop();
    }
  });

  it('tells in the task’s explanation which of its own deadlines a calendar moved', async () => {
    const db = await createTestDatabase();
    try {
      const story = await begun(db);
      const read = parseCalendar(seedText('calendars/cn-state-council.yaml'));
      if (!read.ok) throw new Error('calendar');
      read.data.years['2024']?.off.push('2024-09-25');
      const announced = {
        jurisdictionId: SMALL_DISTRICT,
        calendar: read.data,
        reason: '台风停工通知',
        announcedBy: null,
      };
      await announceCalendar(story.engine.context, announced);
      await story.until('2024-09-23 11:00');
      const [task] = await story.read<{ id: string }>(`select id from task where code = 'A1-01'`);
      const why = await story.engine.explainTask({
        jurisdictionId: SMALL_DISTRICT,
        taskId: task?.id ?? '',
        actor: { personId: 'p', unitId: null, roles: [] },
      });
      expect(why).toMatchObject({
        value: {
          sentences: expect.arrayContaining([
            '签收时限因“台风停工通知”由2024年9月25日17:30移至2024年9月26日17:30（日历第2版），不因此追究。',
          ]) as string[],
        },
      });
    } finally {
      await db.drop();
    }
  });
});
