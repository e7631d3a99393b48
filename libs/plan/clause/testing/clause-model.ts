import fc from 'fast-check';

/** What a clause is to say, before it is put into words. */
export interface ClauseModel {
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly deadline: string | null;
}

const BODIES = [
  '水利局',
  '发展和改革局',
  '文化和旅游局〈文物、体育〉',
  '住房和城乡建设局',
  '市场监管局（知识产权局）',
  '人力资源和社会保障局',
  '农业农村局〈乡村振兴〉',
  '委组织部',
  '委政法委',
  '委统战部（民族宗教局）',
  '纪委监委',
  '人民法院',
  '检察院',
  '总工会',
  '残联',
  '税务局',
  '气象局',
  '消防救援大队',
  '供销社',
  '城市建设投资集团',
  '高新技术产业园区管委会',
  '机关事务服务中心',
  '第一人民医院',
  '融媒体中心',
];
const ELSEWHERE = [
  '国网河西供电公司',
  '河西银保监分局',
  '中国电信河西分公司',
  '驻河西某部',
  '人民银行河西分行',
];
const GROUPS = ['各乡镇', '各乡〈街道〉', '各镇、街道', '各有关单位', '相关部门'];

/** Names of units of one place: bodies with 和 in their name, facets, second names, bodies of other levels and groups. */
export const unitNames: fc.Arbitrary<string[]> = fc
  .constantFrom('县', '市', '区', '州', '旗')
  .chain((level) => {
    const groups = level === '市' ? [...GROUPS, '各县（市、区）政府', '各县（区）委、政府'] : GROUPS;
    return fc.uniqueArray(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...BODIES.map((body) => `${level}${body}`)) },
        { weight: 1, arbitrary: fc.constantFrom(...ELSEWHERE) },
        { weight: 2, arbitrary: fc.constantFrom(...groups) },
      ),
      { minLength: 1, maxLength: 9 },
    );
  });

export const clauseModels: fc.Arbitrary<ClauseModel> = fc
  .tuple(unitNames, fc.nat({ max: 3 }), fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }))
  .map(([names, leaders, month]) => {
    const lead = names.filter((name) => !GROUPS.includes(name) && !name.startsWith('各')).slice(0, leaders);
    return {
      lead,
      support: names.filter((name) => !lead.includes(name)),
      deadline: month === null ? null : `2025-${String(month).padStart(2, '0')}`,
    };
  });

type Notation = readonly [
  fits: (model: ClauseModel) => boolean,
  words: (lead: string, support: string) => string,
];
const some = ({ lead, support }: ClauseModel): boolean => lead.length > 0 && support.length > 0;
const one = (model: ClauseModel): boolean => some(model) && model.lead.length === 1;
const leadOnly = ({ lead, support }: ClauseModel): boolean => lead.length > 0 && support.length === 0;
const none = ({ lead, support }: ClauseModel): boolean => lead.length === 0 && support.length > 1;

/** The ways to put a clause into words, each with the clauses that it can say. */
export const NOTATIONS: Readonly<Record<string, Notation>> = {
  牵头配合: [some, (lead, support) => `${lead}牵头，${support}配合`],
  按职责: [some, (lead, support) => `${lead}牵头，${support}按职责分工负责`],
  等: [some, (lead, support) => `${lead}牵头，${support}等按职责分工负责`],
  等部门: [some, (lead, support) => `${lead}牵头，${support}等部门配合`],
  牵头负责: [some, (lead, support) => `由${lead}牵头负责，${support}参与`],
  为牵头单位: [some, (lead, support) => `${lead}为牵头单位，${support}为配合单位`],
  标签: [some, (lead, support) => `牵头单位：${lead}；责任单位：${support}`],
  标签逗号: [some, (lead, support) => `牵头部门：${lead}，配合部门：${support}`],
  短标签: [some, (lead, support) => `牵头：${lead} 配合：${support}`],
  标签行: [some, (lead, support) => `牵头单位：${lead}\n配合单位：${support}`],
  会同: [one, (lead, support) => `由${lead}会同${support}负责`],
  牵头会同: [one, (lead, support) => `由${lead}牵头，会同${support}负责`],
  负责参与: [one, (lead, support) => `${lead}负责，${support}参与`],
  负总责: [one, (lead, support) => `${lead}负总责，${support}具体落实`],
  列第一位: [one, (lead, support) => `责任单位：${lead}、${support}，列第一位的为牵头单位`],
  括号牵头: [one, (lead, support) => `责任单位：${lead}（牵头）、${support}`],
  分别牵头: [(model) => leadOnly(model) && model.lead.length > 1, (lead) => `${lead}分别牵头`],
  只有牵头: [leadOnly, (lead) => `${lead}牵头`],
  单独负责: [(model) => leadOnly(model) && model.lead.length === 1, (lead) => `${lead}负责`],
  无牵头: [none, (_, support) => `${support}按职责分工负责`],
  责任单位: [none, (_, support) => `责任单位：${support}`],
};

/** Between names: 、 mostly, ， between groups of them, and 及 before a last name that begins like one. */
export function listed(names: readonly string[], comma: boolean): string {
  return names.reduce((text, name, i) => {
    if (i === 0) return name;
    const isLast = i === names.length - 1;
    if (isLast && /^[各有]/.test(name) && /[局委办会院部]$/.test(text)) return `${text}及${name}`;
    return `${text}${comma && i === 2 ? '，' : '、'}${name}`;
  }, '');
}
