import type { ExtractionWarning } from './extraction.schema.js';

/** Stable codes of what a reader should look at, with what the user reads. */
const MESSAGES = {
  NO_TASKS: '没有识别出任务。请检查文件是否为方案正文，或按“一、(一)1.”的格式调整后重新导入。',
  NO_LEAD: '原文没有写明牵头单位，需由指挥部办公室指定。',
  LEAD_INFERRED: '牵头单位按原文“排序第一的责任单位为牵头单位”的规定推定，请校核。',
  LEAD_IS_GROUP: '牵头单位是一类单位（如“各乡〈街道〉”），下发前请展开或指定。',
  NO_CLAUSE: '没有找到责任单位，请校核原文或指定单位。',
  NO_TITLE: '原文没有标题，请拟一个简短的名称。',
  DEADLINE_INFERRED: '原文没有写明期限，按方案当年年底推定。',
  NUMBER_REPEATED: '原文的任务序号重复，已按出现顺序区分。',
  NO_YEAR: '没有识别出文件年份，未写年份的期限无法确定。',
  NO_DOCUMENT_NUMBER: '没有识别出文号，请补填。',
} as const;
export type WarningCode = keyof typeof MESSAGES;

/** One warning; `span` is in the source, or a row of a sheet. */
export function warning(code: WarningCode, span: ExtractionWarning['span']): ExtractionWarning {
  return { code, message: MESSAGES[code], span: { ...span } };
}
