/** How sure a reader can be of what a rule made of the text (0 to 1, less than 1), and what a person is told. */
interface Rule {
  readonly confidence: number;
  readonly reason: string;
}

/** Stable codes of the rules by which something was understood that is not printed just so. */
export const EVIDENCE_RULES = {
  DATE_CONVERTED: { confidence: 0.99, reason: '日期由原文的写法换算为年-月-日。' },
  NUMBER_CONVERTED: { confidence: 0.99, reason: '序号由汉字或带圈数字换算。' },
  FACETS_SORTED: { confidence: 0.95, reason: '单位名称括注中的各条线按统一顺序排列。' },
  LEAD_IS_ONLY_UNIT: { confidence: 0.95, reason: '只写了一个责任单位，由它牵头。' },
  LEAD_IS_NAMED_FIRST: { confidence: 0.96, reason: '“甲负责，乙参与”的写法，负责者为牵头单位。' },
  ISSUER_FROM_TITLE: { confidence: 0.95, reason: '发文机关取自标题中“关于”之前的文字。' },
  ISSUER_FROM_HEAD: { confidence: 0.95, reason: '发文机关取自版头“文件”之前的名称。' },
  ISSUER_FROM_SIGNATURE: { confidence: 0.9, reason: '发文机关取自成文日期上一行的落款。' },
  JURISDICTION_FROM_TITLE: { confidence: 0.8, reason: '地名取自标题的开头。' },
  JURISDICTION_FROM_ISSUER: { confidence: 0.9, reason: '地名取自发文机关的名称。' },
  YEAR_FROM_DATE: { confidence: 0.98, reason: '年份取自成文日期。' },
  YEAR_FROM_TITLE: { confidence: 0.95, reason: '年份取自标题；标题写的是一段时期的，取第一年。' },
  YEAR_FROM_NUMBER: { confidence: 0.85, reason: '年份取自发文字号。' },
  YEAR_FROM_HEADING: { confidence: 0.85, reason: '年份取自正文的标题。' },
  YEAR_FROM_TEXT: { confidence: 0.6, reason: '年份取自正文开头第一次写到的年份，请校核。' },
  YEAR_FROM_TABLE: { confidence: 0.7, reason: '年份取自表中写得最多的年份，请校核。' },
  YEAR_ASSUMED: { confidence: 0.9, reason: '期限没有写年份，按文件的年份补上。' },
  DEADLINE_INFERRED: { confidence: 0.5, reason: '原文没有写明期限，按方案当年年底推定，请校核。' },
  DEADLINE_OF_ONGOING: { confidence: 0.96, reason: '长期工作没有写明期限，以方案期末为界。' },
  LEAD_INFERRED: {
    confidence: 0.85,
    reason: '按原文“排序第一的责任单位为牵头单位”的规定推定，请校核。',
  },
  NAME_RESTORED: { confidence: 0.85, reason: '单位名称承前、蒙后省略的部分（如省、市、人民政府）已经补上。' },
  NAME_NOT_PLACED: { confidence: 0.7, reason: '名称由原文的几处合成，位置是整句。' },
  TITLE_RESTORED: { confidence: 0.85, reason: '并列者共用的职务（如“主要负责人”）已经补给每一位。' },
  TITLE_IS_FIRST_SENTENCE: { confidence: 0.9, reason: '段落没有编号，取简短的第一句话为标题。' },
  TITLE_FROM_TABLE: { confidence: 0.7, reason: '标题取自表格上方的文字。' },
  NUMBER_COUNTED: { confidence: 0.7, reason: '原文没有序号，按出现的先后编号。' },
  ACTION_NAME_SHORTENED: { confidence: 0.95, reason: '名称由附件标题省去地名和“实施方案”等字样而成。' },
  ACTION_FROM_CATEGORY: { confidence: 0.9, reason: '行动由表中的类别而来。' },
  ACTION_FROM_TITLE: { confidence: 0.7, reason: '正文没有分出行动，以文件或表格的标题为名。' },
  INDICATOR_NAME_COMPOSED: { confidence: 0.85, reason: '指标名称由句中分开的几处合成（如“分别”）。' },
  CADENCE_KIND_UNKNOWN: { confidence: 0.7, reason: '写明了多久一次，没有写明做什么，请校核。' },
  ONGOING_WORD: { confidence: 0.96, reason: '按“持续”“常态化”等用语认作长期工作。' },
} as const satisfies Record<string, Rule>;
export type EvidenceRule = keyof typeof EVIDENCE_RULES;
