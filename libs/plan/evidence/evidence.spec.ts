import { existsSync, readFileSync } from 'node:fs';
import { decodeText, extractPlan } from '../index.js';
import { evidenceProblems } from '../testing/evidence-problems.js';

const HEAD = '临江市云山县人民政府关于印发《云山县兴水行动方案》的通知\n云政发〔2023〕7号\n';
const read = (body: string) => {
  const source = `${HEAD}${body}`;
  const plan = extractPlan(source);
  const points = [...source];
  const at = (
    object: { evidence: (typeof plan.tasks)[number]['evidence'] } | null | undefined,
    path: string,
  ): unknown => {
    const found = object?.evidence.find((evidence) => evidence.path === path);
    if (!found || !('start' in found.span)) return undefined;
    const printed = points.slice(found.span.start, found.span.end).join('');
    return found.rule === undefined ? printed : [printed, found.rule];
  };
  return { plan, source, at };
};

describe('the evidence of a plan', () => {
  const { plan, source, at } = read(`2023年3月9日
一、重点任务
（一）整治河道
1.清理淤积。6月底前清淤5公里，客流、收入分别增长8%左右。（省水利厅牵头，财政厅配合）
2.严查乱排。持续推进：①甲厂；②乙厂。（责任单位：县生态环境局）
修堤筑坝。
二、组织实施
成立兴水工作专班，由县长任召集人，县水利局、县财政局主要负责人任副召集人，县林业局为成员单位。`);

  it('has a place for every field, and finds there what is said to be printed', () => {
    expect(plan.tasks).toHaveLength(2);
    expect(evidenceProblems(plan, source)).toEqual([]);
  });

  it('points to the words of each field', () => {
    const task = plan.tasks[0];
    expect(at(task, '/title')).toBe('清理淤积');
    expect(at(task, '/number')).toBe('1');
    expect(at(task, '/section')).toBe('（一）整治河道');
    expect(at(task, '/lead/0')).toBe('省水利厅');
    expect(at(task, '/support/0')).toBe('财政厅');
    expect(at(plan.tasks[1], '/subItems/1')).toBe('乙厂');
    expect(at(plan.document, '/documentNumber')).toBe('云政发〔2023〕7号');
    expect(at(plan.headquarters, '/convener')).toBe('县长');
  });

  it('doubts what a rule made of the text, with a code and a reason', () => {
    const [first, second] = plan.tasks;
    expect(at(first, '/canonicalSupport/0')).toEqual(['财政厅', 'NAME_RESTORED']);
    expect(at(first, '/deadlines/0')).toEqual(['6月底前', 'YEAR_ASSUMED']);
    expect(at(first, '/indicators/1')).toMatchObject({ 1: 'INDICATOR_NAME_COMPOSED' });
    expect(at(second, '/lead/0')).toEqual(['县生态环境局', 'LEAD_IS_ONLY_UNIT']);
    expect(at(second, '/ongoing')).toEqual(['持续', 'ONGOING_WORD']);
    expect(at(plan.document, '/year')).toEqual(['2023年3月9日', 'YEAR_FROM_DATE']);
    expect(at(plan.headquarters, '/deputyConveners/0')).toEqual(['县水利局', 'TITLE_RESTORED']);
    for (const { confidence, reason } of plan.tasks.flatMap(({ evidence }) => evidence))
      expect(confidence === 1).toBe(reason === undefined);
  });

  it('tells a lead by the rule of the text from one that is said, and a date that nobody wrote', () => {
    const inferred = read('一、任务\n1.修路。修路（甲局、乙局负责）。\n本方案排序第一的责任单位为牵头单位。');
    expect(inferred.at(inferred.plan.tasks[0], '/lead/0')).toEqual(['甲局', 'LEAD_INFERRED']);
    expect(inferred.at(inferred.plan.tasks[0], '/deadlines/0')).toMatchObject({ 1: 'DEADLINE_INFERRED' });
  });

  it('says by which rule the action was named', () => {
    const { plan: annexes, at: where } = read(
      '附件1\n云山县兴水行动实施方案\n一、任务\n1.修渠。修渠（甲局牵头）。\n附件2\n云山县兴教行动实施方案\n一、任务\n1.建校。建校（乙局牵头）。',
    );
    expect(where(annexes.actions[0], '/name')).toEqual(['云山县兴水行动实施方案', 'ACTION_NAME_SHORTENED']);
    expect(where(annexes.actions[1], '/number')).toBe('附件2');
  });
});

const PLANS = '../shared/plans';
const available = existsSync(PLANS);
if (!available)
  process.stderr.write('skipped: the published plans are not beside the checkout (../shared)\n');
(available ? it.each : it.skip.each)([
  'wulingyuan-2024-eight-actions',
  'zhangjiajie-2022-nine-priorities',
  'zhangjiajie-2023-work-report',
  'zhejiang-2026-new-scenes',
])('every field of the published document %s has its place', (name) => {
  const source = decodeText(readFileSync(`${PLANS}/${name}.txt`));
  expect(evidenceProblems(extractPlan(source), source)).toEqual([]);
});
