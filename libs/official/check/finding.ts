import { BODY, PAGE, SIZE, WORD } from '../format/figures.js';
import type { SurveyedParagraph } from './survey.js';

/** What is off in a document: stable code, where, what stands there, what the format wants, how to mend it in Word. */
export interface Finding {
  readonly code: FindingCode;
  /** Null: the whole document. */
  readonly paragraph: number | null;
  /** The beginning of the paragraph. */
  readonly text: string;
  readonly found: string;
  readonly wanted: string;
  readonly mend: string;
}

/** Codes with how to mend what they find. */
export const MEND = {
  PAGE_SIZE: '“布局—纸张大小”选择 A4（21 厘米 × 29.7 厘米），纸张方向为纵向。',
  MARGIN_TOP: `“布局—页边距—自定义页边距”把“上”改为 ${PAGE.topMm / 10} 厘米。`,
  MARGIN_BOTTOM: `“布局—页边距—自定义页边距”把“下”改为 ${PAGE.bottomMm / 10} 厘米。`,
  MARGIN_LEFT: `“布局—页边距—自定义页边距”把“左”改为 ${PAGE.leftMm / 10} 厘米。`,
  MARGIN_RIGHT: `“布局—页边距—自定义页边距”把“右”改为 ${PAGE.rightMm / 10} 厘米。`,
  LINES_PER_PAGE: `选中正文，“段落—行距”选“固定值”，设置值 ${WORD.linePitchTwips / 20} 磅。`,
  CHARACTERS_PER_LINE: `选中正文，“字体—高级—间距”选“紧缩”${-WORD.characterSpacing / 20} 磅；或在“页面设置—文档网格”指定每行 ${PAGE.charactersPerLine} 字。`,
  MARK_MISSING: '在首页写上发文机关标志（发文机关名称加“文件”），红色小标宋体字，居中。',
  MARK_COLOR: '把发文机关标志的字体颜色改为红色。',
  MARK_FONT: '把发文机关标志的字体改为方正小标宋简体。',
  MARK_ALIGN: '把发文机关标志设为居中，首行缩进改为“无”。',
  MARK_JOINT_WORD: '联合行文：“文件”二字置于各发文机关名称右侧，单元格垂直居中，只写一次。',
  MARK_JOINT_NAMES: '联合行文：各发文机关名称用同一字号，上下排列，分散对齐为同样宽度，主办机关排在最前。',
  NUMBER_MISSING: '在发文机关标志下空二行处写上发文字号，如“×政督〔2024〕8号”。',
  NUMBER_BRACKETS: '年份用六角括号〔〕括入，不用方括号、圆括号。',
  NUMBER_YEAR: '年份写全四位，如〔2024〕。',
  NUMBER_SERIAL: '序号不加“第”字，不编虚位（1 不编为 01）。',
  NUMBER_FONT: `把发文字号改为3号（${SIZE.three} 磅）仿宋。`,
  NUMBER_PLACE: '发文字号居中；上行文的居左空一字，与最后一个签发人姓名在同一行。',
  SIGNER_FORM: '写作“签发人：×××”，用全角冒号；每行排两个姓名，姓名间空一字，姓名后不加标点。',
  SIGNER_FONT: `“签发人”三字用3号（${SIZE.three} 磅）仿宋，姓名用3号楷体。`,
  SIGNER_PLACE: '签发人居右空一字；回行的姓名与上一行第一个姓名对齐。',
  RED_RULE: '在发文字号段落的下框线设红色单线（“边框和底纹—下框线”），与版心等宽。',
  TITLE_MISSING: '在红色分隔线下空二行处写上标题。',
  TITLE_FONT: '把标题字体改为方正小标宋简体，不加粗。',
  TITLE_SIZE: `把标题字号改为2号（${SIZE.two} 磅）。`,
  TITLE_ALIGN: '把标题设为居中，首行缩进改为“无”。',
  TITLE_SPACE: '标题上方空二行。',
  ADDRESSEE_COLON: '主送机关最后一个名称后标全角冒号“：”。',
  ADDRESSEE_INDENT: '主送机关顶格编排：首行缩进和左缩进改为 0。',
  TEXT_FONT: '把正文字体改为仿宋_GB2312。',
  TEXT_SIZE: `把字号改为3号（${SIZE.three} 磅）。`,
  TEXT_INDENT: `“段落—特殊格式”选“首行缩进”${BODY.firstLineCharacters} 字符，左缩进为 0。`,
  TEXT_SPACING: '“段落”中把段前、段后改为 0。',
  LEVEL_FONT: '第一层用黑体、第二层用楷体_GB2312、第三层和第四层用仿宋_GB2312。',
  LEVEL_FORM: '结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。',
  LEVEL_ORDER: '按先后顺序重新编号，不跳号、不重号。',
  ANNEX_NOTE_INDENT: '附件说明左空二字编排：首行缩进 2 字符。',
  ANNEX_NOTE_MARKS: '“附件”后标全角冒号，附件名称后不加标点符号。',
  SIGNATURE_JOINT: '联合行文：发文机关标志中的各机关都要署名，次序相同，主办机关在前。',
  DATE_ONCE: '联合行文只写一个成文日期，写在最后一个署名之下。',
  DATE_FORM: '成文日期用阿拉伯数字，年份写全，月、日不编虚位，如“2024年1月8日”。',
  DATE_PLACE: '成文日期右对齐：加盖印章的右空四字；不加盖印章的比署名首字右移二字，右空不少于二字。',
  ANNEX_MARK: '附件正文另起一页，“附件”及序号用3号黑体顶格编排在第一行。',
  TABLE_WIDTH: '“表格属性”把表格宽度改为不超过版心宽度，左缩进为 0。',
  TABLE_HEAD: '选中表头行，“表格属性—行”勾选“在各页顶端以标题行形式重复出现”。',
  FOOT_FONT: `把版记改为4号（${SIZE.four} 磅）仿宋。`,
  FOOT_COPIES: '抄送机关之间用逗号，最后一个名称后标句号。',
  FOOT_PRINTED: '印发日期写全年、月、日，用阿拉伯数字，后加“印发”二字。',
  FOOT_RULES: '版记首条和末条分隔线用 0.35 毫米（约 1 磅）的单线，与版心等宽，末条位于版心下边缘。',
  PAGE_NUMBER_MISSING: '“插入—页码—页面底端”，奇数页和偶数页都要有页码。',
  PAGE_NUMBER_FORM: '页码左右各放一条一字线，如“— 1 —”。',
  PAGE_NUMBER_FONT: `把页码改为4号（${SIZE.four} 磅）宋体。`,
  PAGE_NUMBER_SIDES: '“页眉和页脚—奇偶页不同”打勾；奇数页页码居右空一字，偶数页页码居左空一字。',
} as const;
export type FindingCode = keyof typeof MEND;

export type Report = (
  code: FindingCode,
  where: SurveyedParagraph | null,
  found: string,
  wanted: string,
) => void;

/** Findings of a document, at most so many: a file that is wrong throughout is said so with the first. */
const MAX_FINDINGS = 300;

export function collector(): { readonly findings: Finding[]; readonly report: Report } {
  const findings: Finding[] = [];
  return {
    findings,
    report: (code, where, found, wanted) => {
      if (findings.length >= MAX_FINDINGS) return;
      const text = where === null ? '' : [...where.text.replace(/\s+/gu, ' ').trim()].slice(0, 20).join('');
      findings.push({ code, paragraph: where?.number ?? null, text, found, wanted, mend: MEND[code] });
    },
  };
}
