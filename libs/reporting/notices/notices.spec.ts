import fc from 'fast-check';
import {
  chaseMessage,
  circularText,
  interviewText,
  outageMessage,
  reminderLetter,
  reminderMessage,
  supervisionNoticeText,
  vacancyMessage,
  type OfficialNoticeFacts,
  type OwedPeriod,
  type OwedTask,
} from '../index.js';

const MID_MAY: OwedPeriod = { label: '2024年5月中旬', dueAt: '2024-05-20T09:30:00.000Z' };
const EARLY_MAY: OwedPeriod = { label: '2024年5月上旬', dueAt: '2024-05-10T09:30:00.000Z' };
const LATE_APRIL: OwedPeriod = { label: '2024年4月下旬', dueAt: '2024-04-30T09:30:00.000Z' };

const task = (n: number, periods = [MID_MAY], title = `第${n}项工程`): OwedTask => ({
  code: `A1-${String(n).padStart(2, '0')}`,
  title,
  periods,
});
const tasks = (count: number, periods = [MID_MAY]): OwedTask[] =>
  Array.from({ length: count }, (_, i) => task(i + 1, periods));

const facts = (owed: OwedTask[]): OfficialNoticeFacts => ({
  documentNumber: '张武督提〔2024〕1号',
  issuer: '武陵源区督查室',
  issuedAt: '2024-05-21T09:30:00.000Z',
  unit: '区住房和城乡建设局',
  plan: { title: '武陵源区“八大行动”实施方案', documentNumber: '张武政办发〔2024〕2号' },
  tasks: owed,
  rule: { label: '旬报告督办规则', version: 1 },
});
const REMINDED = {
  label: '提醒函',
  documentNumber: '张武督提〔2024〕1号',
  issuedAt: '2024-05-21T09:30:00.000Z',
};

describe('the reminder letter', () => {
  it('about one task is a letter without a list', () => {
    const letter = reminderLetter({
      ...facts(tasks(1)),
      fileBy: '2024-05-23T09:30:00.000Z',
      overdueWorkingDays: 1,
      issuedAutomatically: true,
      appealWithin: 3,
      contact: '区督查室，0744-0000000',
    });
    expect(letter.title).toBe('关于填报2024年5月中旬进展情况的提醒函');
    expect(letter.body.split('\n')).toEqual([
      '张武督提〔2024〕1号',
      '',
      '区住房和城乡建设局：',
      '　　按照《武陵源区“八大行动”实施方案》（张武政办发〔2024〕2号）的调度要求，你单位应于2024年5月20日17:30前填报2024年5月中旬进展情况。截至2024年5月21日17:30，尚未收到你单位关于“第1项工程”（A1-01）的填报，已逾期1个工作日。',
      '　　请你单位于2024年5月23日17:30前补报，如实填写进展、存在的问题和下一步打算。因等待其他单位而无法推进的，请在填报时注明所等待的单位、事项和起始时间。',
      '　　本函依据旬报告督办规则（第1版）自动签发。对本函有异议的，可自收到之日起3个工作日内申诉一次。',
      '　　联系方式：区督查室，0744-0000000',
      '',
      '武陵源区督查室',
      '2024年5月21日',
    ]);
  });

  it('about eleven tasks is one letter that lists eleven', () => {
    const { body } = reminderLetter(facts(tasks(11)));
    const lines = body.split('\n').filter((line) => /^\u3000\u3000\d+\. /.test(line));
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe('　　1. 第1项工程（A1-01）；');
    expect(lines[10]).toBe('　　11. 第11项工程（A1-11）。');
    expect(body).toContain('以下11项任务尚未收到你单位的填报：');
    expect(body.match(/应于/g)).toHaveLength(1);
    expect(body).toContain('请你单位立即补报');
  });

  it('names every period and due time, once when they are the same for all tasks', () => {
    const letter = reminderLetter(facts(tasks(2, [EARLY_MAY, MID_MAY])));
    expect(letter.title).toBe('关于填报2024年5月上旬和中旬进展情况的提醒函');
    expect(letter.body).toContain(
      '你单位应于2024年5月10日17:30前填报2024年5月上旬进展情况、于2024年5月20日17:30前填报2024年5月中旬进展情况。',
    );
  });

  it('names them task by task when they differ', () => {
    const letter = reminderLetter(facts([task(1, [LATE_APRIL, EARLY_MAY, MID_MAY]), task(2)]));
    expect(letter.title).toBe('关于填报2024年4月下旬至5月中旬共3期进展情况的提醒函');
    expect(letter.body).toContain('的调度要求，你单位应按期填报各项任务进展情况。');
    expect(letter.body).toContain('2. 第2项工程（A1-02）：2024年5月中旬（应于2024年5月20日17:30前填报）。');
    expect(letter.body).toContain(
      '1. 第1项工程（A1-01）：2024年4月下旬（应于2024年4月30日17:30前填报）、2024年5月上旬（',
    );
  });

  it('keeps long names whole, on one line, with proper marks', () => {
    const long = `推进${'特别长的工程名称'.repeat(20)}“一期”\n（含配套）。`;
    const { body } = reminderLetter({
      ...facts([task(1, [MID_MAY], long)]),
      plan: { title: '《关于印发《八大行动》的方案》' },
      documentNumber: null,
    });
    expect(body).toContain(`“推进${'特别长的工程名称'.repeat(20)}‘一期’ （含配套）”（A1-01）`);
    expect(body).toContain('《〈关于印发〈八大行动〉的方案〉》');
    expect(body.startsWith('区住房和城乡建设局：')).toBe(true);
  });

  it('says nothing of an appeal, a contact or a version that there is not', () => {
    const { body } = reminderLetter({ ...facts(tasks(1)), rule: { label: '旬报告督办规则' } });
    expect(body).toContain('　　本函依据旬报告督办规则发出。\n');
    expect(body).not.toMatch(/申诉|联系方式|undefined|null/);
  });

  it('about nothing must not exist', () => {
    expect(() => reminderLetter(facts([]))).toThrow('at least one task');
    expect(() => reminderLetter(facts([task(1, [])]))).toThrow('at least one period');
  });

  it('crosses the year with both years named', () => {
    const december = { label: '2024年12月下旬', dueAt: '2024-12-31T09:30:00.000Z' };
    const january = { label: '2025年1月上旬', dueAt: '2025-01-10T09:30:00.000Z' };
    expect(reminderLetter(facts(tasks(1, [december, january]))).title).toBe(
      '关于填报2024年12月下旬和2025年1月上旬进展情况的提醒函',
    );
  });
});

describe('messages', () => {
  it('remind of everything that is due at once', () => {
    const message = reminderMessage({ unit: '区文旅广体局', plan: { title: '实施方案' }, tasks: tasks(3) });
    expect(message).toEqual({
      title: '填报提醒：2024年5月中旬，3项任务待填报',
      body: [
        '区文旅广体局：《实施方案》2024年5月中旬进展情况，你单位有3项任务待填报，请于2024年5月20日17:30（星期一）前完成：',
        '1. 第1项工程（A1-01）；',
        '2. 第2项工程（A1-02）；',
        '3. 第3项工程（A1-03）。',
        '各项任务可一次填报、一并提交。',
      ].join('\n'),
    });
  });

  it('remind of the earliest due time when there are several', () => {
    const { body } = reminderMessage({
      unit: '区文旅广体局',
      plan: { title: '实施方案' },
      tasks: [task(1, [MID_MAY]), task(2, [EARLY_MAY])],
    });
    expect(body).toContain('最早一期请于2024年5月10日17:30（星期五）前完成：');
    expect(body).toContain('2. 第2项工程（A1-02）：2024年5月上旬（应于2024年5月10日17:30前填报）。');
  });

  it('chase, and say what follows', () => {
    const due = { unit: '区文旅广体局', plan: { title: '实施方案' }, tasks: tasks(1) };
    expect(chaseMessage({ ...due, next: { label: '提醒函', at: '2024-05-21T09:30:00.000Z' } })).toEqual({
      title: '催报：2024年5月中旬，1项任务逾期未报',
      body: [
        '区文旅广体局：《实施方案》2024年5月中旬进展情况的填报已于2024年5月20日17:30到期，你单位有1项任务尚未填报：',
        '1. 第1项工程（A1-01）。',
        '请尽快补报。2024年5月21日17:30前仍未填报的，将按规则发出提醒函。',
      ].join('\n'),
    });
    expect(chaseMessage(due).body.endsWith('请尽快补报。')).toBe(true);
  });

  it('tell the supervision office of an outage', () => {
    const times = { from: '2024-05-18T09:30:00.000Z', to: '2024-05-20T10:31:00.000Z' };
    const message = outageMessage({
      ...times,
      caughtUp: [
        { label: '提醒', count: 12 },
        { label: '督办单', count: 0 },
        { label: '提醒函', count: 1 },
      ],
    });
    expect(message.title).toBe('系统停机情况：2024年5月18日17:30至2024年5月20日18:31');
    expect(message.body).toContain('历时2天1小时。');
    expect(message.body).toContain('依次补办：提醒12件、提醒函1件；');
    expect(outageMessage({ ...times, caughtUp: [] }).body).toContain('停机期间没有应办未办的事项。');
    expect(outageMessage({ from: times.from, to: times.from, caughtUp: [] }).body).toContain(
      '历时不足1分钟。',
    );
  });

  it('report a vacant post, and whom the message reached instead', () => {
    const vacancy = { unit: '区林业局', roleLabel: '联络员', subject: '填报提醒：2024年5月中旬' };
    expect(
      vacancyMessage({ ...vacancy, passedTo: '单位负责人', nameBy: '2024-05-23T09:30:00.000Z' }),
    ).toEqual({
      title: '区林业局联络员空缺',
      body: '区林业局目前没有登记联络员。“填报提醒：2024年5月中旬”无法送达该岗位，已改送单位负责人。请区林业局于2024年5月23日17:30前明确联络员并在系统中登记。',
    });
    expect(vacancyMessage({ ...vacancy, passedTo: null }).body).toContain(
      '至今无人收到。请区林业局尽快明确联络员',
    );
  });
});

describe('the notices that follow', () => {
  it('the supervision notice names what was issued before, the card and the deadline', () => {
    const notice = supervisionNoticeText({
      ...facts(tasks(2)),
      documentNumber: '张武督〔2024〕2号',
      cardLabel: '黄牌',
      answerBy: '2024-05-27T09:30:00.000Z',
      cause: '你单位本季度已两次收到提醒函',
      earlier: [REMINDED],
      copiesTo: ['专班召集人'],
    });
    expect(notice.title).toBe('关于逾期未填报2024年5月中旬进展情况的督办单');
    expect(notice.body).toContain(
      '你单位本季度已两次收到提醒函。2024年5月21日提醒函（张武督提〔2024〕1号）发出后，以下2项任务仍未收到你单位的填报：',
    );
    expect(notice.body).toContain(
      '现予督办（黄牌）。请你单位主要负责人组织核实，于2024年5月27日17:30前补报进展',
    );
    expect(notice.body.endsWith('2024年5月21日\n\n抄送：专班召集人。')).toBe(true);
  });

  it('the circular names the unit before the others', () => {
    const { title, body } = circularText({
      ...facts(tasks(1)),
      addressees: ['各工作专班', '区直有关单位'],
      cardLabel: '红牌',
      agreedBy: '指挥长',
      earlier: [REMINDED, { ...REMINDED, label: '督办单', documentNumber: null }],
    });
    expect(title).toBe('关于区住房和城乡建设局逾期未填报2024年5月中旬进展情况的通报');
    expect(body).toContain('各工作专班、区直有关单位：\n');
    expect(body).toContain(
      '提醒函（张武督提〔2024〕1号）、2024年5月21日督办单发出后，区住房和城乡建设局仍未填报“第1项工程”（A1-01）的进展情况。',
    );
    expect(body).toContain(
      '经指挥长同意，现对区住房和城乡建设局予以通报（红牌）。请区住房和城乡建设局立即整改，',
    );
    expect(body).not.toContain('你单位');
  });

  it('the interview notice gives time and place, or says that they follow', () => {
    const fixed = interviewText({
      ...facts(tasks(11)),
      interviewer: '指挥长',
      at: '2024-06-03T01:00:00.000Z',
      place: '三楼会议室',
    });
    expect(fixed.title).toBe('关于约谈区住房和城乡建设局的通知');
    expect(fixed.body).toContain('　　时间：2024年6月3日09:00（星期一）。\n　　地点：三楼会议室。');
    expect(fixed.body).toContain('你单位仍未填报以下11项任务的2024年5月中旬进展情况：\n　　1. ');
    const open = interviewText({
      ...facts(tasks(1)),
      interviewer: '指挥长',
      interviewee: '分管负责人',
      at: null,
      place: null,
    });
    expect(open.body).toContain(
      '决定由指挥长对分管负责人进行约谈。\n　　时间：另行通知。\n　　地点：另行通知。',
    );
  });
});

it('no text ever has holes, double stops or half-width punctuation between Chinese characters', () => {
  const period = fc.constantFrom(LATE_APRIL, EARLY_MAY, MID_MAY);
  const owed = fc.record({
    code: fc.stringMatching(/^A[1-8]-[0-9]{2}$/),
    title: fc.constantFrom('道路提质', '整治“散乱污”。', '  建设\n项目；', '《条例》宣传'),
    periods: fc.uniqueArray(period, { minLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(owed, { minLength: 1, maxLength: 12 }), fc.boolean(), (list, more) => {
      const base = { ...facts(list), ...(more ? { earlier: [REMINDED], appealWithin: 3 } : {}) };
      const texts = [
        reminderLetter(base),
        reminderMessage(base),
        chaseMessage(base),
        supervisionNoticeText({ ...base, answerBy: MID_MAY.dueAt }),
        circularText({ ...base, addressees: ['各单位'] }),
        interviewText({ ...base, interviewer: '指挥长', at: null, place: null }),
      ];
      for (const { title, body } of texts) {
        expect(`${title}\n${body}`).not.toMatch(
          /undefined|null|NaN|。。|，，|，。|；。|：。|[一-龥][,;:!?]|（）|《》|“”/,
        );
        expect(title).not.toContain('\n');
      }
    }),
  );
});
