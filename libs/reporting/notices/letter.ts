import { chineseDate, civilDateOf } from '#calendar';
import type { NoticeText, OfficialNoticeFacts } from './notice.facts.js';

const INDENT = '\u3000\u3000';

export interface LetterContent {
  title: string;
  /** With the form of address, without the colon; several in the order of the office's list. */
  addressees: string[];
  paragraphs: string[];
  copiesTo?: string[] | undefined;
}

/** A notice as text: number, addressee, paragraphs, contact, issuer, date, copies. */
export function letter(
  facts: OfficialNoticeFacts,
  { title, addressees, paragraphs, copiesTo = [] }: LetterContent,
): NoticeText {
  const contact = facts.contact === undefined ? [] : [`联系方式：${facts.contact}`];
  const whole = [...paragraphs, ...contact];
  const lines = [
    ...(facts.documentNumber === null ? [] : [facts.documentNumber, '']),
    ...(addressees.length === 0 ? [] : [`${addressees.join('、')}：`]),
    ...whole.map((paragraph) => `${INDENT}${paragraph}`),
    '',
    facts.issuer,
    chineseDate(civilDateOf(facts.issuedAt)),
    ...(copiesTo.length === 0 ? [] : ['', `抄送：${copiesTo.join('、')}。`]),
  ];
  return { title, body: lines.join('\n'), parts: { addressees, paragraphs: whole, copiesTo } };
}

/** `本函依据“……”（第1版）发出。对本函有异议的，可自收到之日起3个工作日内申诉一次。` */
export function basis(facts: OfficialNoticeFacts, what: string, issued = '发出'): string {
  const version = facts.rule.version === undefined ? '' : `（第${facts.rule.version}版）`;
  const appeal =
    facts.appealWithin === undefined
      ? ''
      : `对${what}有异议的，可自收到之日起${facts.appealWithin}个工作日内申诉一次。`;
  return `${what}依据${facts.rule.label}${version}${issued}。${appeal}`;
}
