/** What a column of a task table is about. `duty`: 责任单位, which does not say who leads. */
export const COLUMN_MEANINGS = [
  'number',
  'category',
  'title',
  'detail',
  'target',
  'lead',
  'duty',
  'support',
  'deadline',
  'people',
  'remark',
] as const;
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number];

/** Words of header cells, the more special ones first: 牵头责任单位 is a lead, 责任领导 is a person. */
const WORDS: readonly (readonly [ColumnMeaning, RegExp])[] = [
  ['number', /^(?:序号|编号|任务(?:序|编)号|项目序号|序|号|No\.?)$/i],
  [
    'people',
    /(?:领导|责任人|负责人|牵头人|联系人|联络员|负责同志|市长|县长|区长|州长)(?:姓名)?$|^联系(?:方式|电话)$/,
  ],
  ['lead', /(?:牵头|主办|主责|抓总|首要责任|第一责任)[^配合参与协]{0,6}(?:单位|部门|处室|科室|股室)?$/],
  ['support', /(?:配合|协办|协同|参与|参加|协助|支持|协作)[^牵头]{0,6}(?:单位|部门|处室|科室|股室)?$/],
  [
    'duty',
    /(?:责任|负责|承办|落实|实施|承担|主管|责任主体)[^配合]{0,4}(?:单位|部门|主体|处室|科室|股室)$|^(?:单位|部门|分工)$/,
  ],
  ['deadline', /(?:时限|期限|时间|节点|进度(?:安排|要求))(?:要求|安排|节点|进度)?$/],
  ['remark', /^(?:备注|说明|备注说明|依据|来源|文件依据)$/],
  ['target', /(?:目标|指标|成效|成果|预期|目标值)(?:任务|要求|值)?$/],
  [
    'category',
    /(?:类别|分类|类型|领域|板块|方面|专项|行动|章节|维度|一级任务|一级指标|大类|任务类)(?:名称)?$/,
  ],
  ['detail', /(?:举措|措施|内容|要求|路径|做法|清单|细化|分解|要点|步骤|打算|安排)$/],
  ['title', /(?:任务|事项|工作|项目|重点|要点|名称|改革|问题|二级任务|三级任务)(?:名称|内容|事项|要点)?$/],
];

/** What a header cell says its column is about; nothing where its words are none of a task table's. */
export function columnMeaning(header: string): ColumnMeaning | undefined {
  const words = header
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s:：、/]/g, '');
  if (words === '' || words.length > 14) return undefined;
  return WORDS.find(([, form]) => form.test(words))?.[0];
}
