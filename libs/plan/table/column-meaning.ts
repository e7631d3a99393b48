/**
 * What a column of a task table is about. `duty`: 责任单位, which does not say who leads. `step`: what is to be done by the
 * time that its header names (第一季度) or its cells tell (进度安排).
 */
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
  'step',
  'people',
  'remark',
] as const;
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number];

const KIND = '(?:单位|部门|处室|科室|股室|机构|主体|县区|区县|县市区|乡镇|镇街|镇办|地区|园区|企业|方)';
const PERIOD =
  '(?:第?[一二三四1-4]季度|Q[1-4]|[上下]半年|\\d{1,2}(?:[-—–~至]\\d{1,2})?月|[一二三四五六七八九十]{1,3}月)';

/** Words of header cells, the more special ones first: 牵头责任单位 is a lead, 责任领导 is a person. */
const WORDS: readonly (readonly [ColumnMeaning, RegExp])[] = [
  ['number', /^(?:序号|编号|任务(?:序|编)号|项目序号|项目编号|清单编号|序|号|No\.?)$/i],
  [
    'remark',
    /^(?:备注|说明|备注说明|依据|来源|文件依据|任务来源|政策依据|开工时间|开始时间|启动时间|.*(?:完成|进展|落实|推进)情况)$/,
  ],
  [
    'people',
    /(?:领导|责任人|负责人|牵头人|联系人|联络员|经办人|负责同志|市长|县长|区长|州长|镇长|乡长|书记)(?:姓名)?(?:及.*|和.*)?$|^联系(?:方式|电话)$|^(?:手机|电话)(?:号码)?$/,
  ],
  [
    'step',
    new RegExp(
      `^(?:20\\d{2}年)?${PERIOD}(?:份|末|底|前)?(?:.{0,4}(?:目标|进度|计划|任务|节点|安排|内容|工作))?$`,
    ),
  ],
  [
    'step',
    /^(?:序时|形象|工作|计划|推进|实施|时序|任务|年度)*进度(?:安排|计划|要求|目标|节点)?$|^(?:推进|实施)(?:计划|步骤)$/,
  ],
  ['category', /^一级(?:任务|指标|目录|事项)/],
  ['title', /^(?:年度)?目标任务$|^[二三四]级(?:任务|指标|目录|事项)/],
  [
    'lead',
    new RegExp(`(?:牵头|主办|主责|抓总|首要责任|第一责任|主要责任|总负责)[^配合参与协]{0,6}${KIND}?$`),
  ],
  [
    'support',
    new RegExp(`(?:配合|协办|协同|参与|参加|协助|支持|协作|指导|监管|发榜|出题|需求)[^牵头]{0,6}${KIND}?$`),
  ],
  [
    'duty',
    new RegExp(
      `(?:责任|负责|承办|落实|实施|承担|主管|执行|揭榜|承接|建设|申报|推进)[^配合]{0,4}${KIND}$|^(?:责任|任务|职责|工作)?分工$|^(?:单位|部门|科室|处室|业主|项目业主|责任主体)$`,
    ),
  ],
  ['deadline', /(?:时限|期限|时间|节点|进度(?:安排|要求))(?:要求|安排|节点|进度)?$/],
  ['target', /(?:目标|指标|成效|成果|预期|目标值|标准)(?:任务|要求|值)?$/],
  [
    'category',
    /(?:类别|分类|类型|领域|板块|方面|专项|行动|章节|维度|一级任务|一级指标|大类|任务类)(?:名称)?$/,
  ],
  ['detail', /(?:举措|措施|内容|内容及规模|要求|路径|做法|清单|细化|分解|要点|步骤|打算|安排)$/],
  [
    'title',
    /(?:任务|事项|工作|项目|重点|要点|名称|改革|问题|课题|榜单|二级任务|三级任务)(?:名称|内容|事项|要点)?$/,
  ],
];
/** Longer cells are no headers, whatever their words. */
const MAX_HEADER = 60;
/** One column for units and people: 责任单位及责任人. */
const UNIT_AND_PERSON =
  /(?:单位|部门|科室|处室)(?:及|和|与|、|\/)(?:其)?.{0,4}(?:责任人|负责人|领导|联系人|人员)/;

/** What a header cell says its column is about; nothing where its words are none of a task table's. */
export function columnMeaning(header: string): ColumnMeaning | undefined {
  if (header === '' || header.length > MAX_HEADER) return undefined;
  const plain = header
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/\s/g, '');
  if (plain.length <= 20 && UNIT_AND_PERSON.test(plain)) return /牵头|主办/.test(plain) ? 'lead' : 'duty';
  const words = plain.replace(/[:：、/]/g, '');
  if (words === '' || words.length > 14) return undefined;
  return WORDS.find(([, form]) => form.test(words))?.[0];
}
