import type { PhraseRole } from './role-words.js';

/** What a label before a colon announces. `remark`: something else, whose words are no units. */
export type LabelMeaning = PhraseRole | 'people' | 'term' | 'remark';

const LEVEL =
  '(?:国家|中央|省级|市级|县级|区级|州级|镇级|地方|本级|省直|市直|县直|区直|总|第一|具体|主要|省|市|县|区|州)?';
const KIND = '(?:单位|部门|处室|科室|股室|机构|主体|地区|县区|区县|镇街|乡镇|企业|专班|组)';
const KINDS = `${KIND}(?:[（及和、/]${KIND}）?)?`;
/** 责任单位（列第一位的为牵头单位）： */
const NOTE = '(?:（[^（）：]{0,30}）)?：';

const LABELS: readonly (readonly [LabelMeaning, RegExp])[] = [
  [
    'people',
    /(?:省|市|县|区|州|镇|乡)?(?:责任|牵头|分管|包联|包保|联系|挂钩|挂帅|指导|督办|督导|挂点|主管|协管)?(?:省|市|县|区|州|镇|乡)?(?:领导|责任人|负责人|牵头人|联系人|联络员|经办人|负责同志|领导同志|联系电话|联系方式|电话)(?:及(?:联系)?(?:电话|方式))?：/uy,
  ],
  [
    'lead',
    new RegExp(
      `${LEVEL}(?:总?牵头|主办|主责|主要责任|首要责任|第一责任|主要负责|抓总|汇总)(?:责任)?(?:${KINDS})?${NOTE}`,
      'uy',
    ),
  ],
  [
    'support',
    new RegExp(
      `${LEVEL}(?:配合|参与|参加|协办|协同|支持|协助|协作|会办|成员)(?:责任|配合)?(?:${KINDS})?${NOTE}`,
      'uy',
    ),
  ],
  [
    'sharedDuty',
    new RegExp(
      `${LEVEL}(?:责任|落实|承办|实施|负责|承担|执行|主管|相关|推进|建设|工作)${KINDS}${NOTE}|${LEVEL}(?:职责|责任|任务|工作)?(?:分工|责任)${NOTE}`,
      'uy',
    ),
  ],
  [
    'term',
    /(?:计划|预计|拟)?(?:完成|办结|推进|整改|工作|实施|落实|任务|起止|进度)?(?:时限|时间|期限|节点|时间节点|进度|进度安排|时间安排|时限安排)(?:要求)?(?:：|为(?=20|\d|年|长期|持续))/uy,
  ],
  ['remark', /[\u3400-\u9fff]{2,10}：/uy],
];

/** The label that stands at a position, and where what it announces begins. */
export function labelAt(
  input: string,
  at: number,
): { readonly value: LabelMeaning; readonly words: string; readonly end: number } | undefined {
  const code = input.charCodeAt(at);
  if (!(code >= 0x3400 && code <= 0x9fff)) return undefined;
  for (const [value, words] of LABELS) {
    words.lastIndex = at;
    if (words.test(input))
      return { value, words: input.slice(at, words.lastIndex - 1), end: words.lastIndex };
  }
  return undefined;
}
