import type { CivilDate } from '#calendar';
import type { Block } from './block.js';

/**
 * An official document (公文) as what it says, without how it looks: the writers (.docx, .pdf, page) set it by one table of
 * constants after GB/T 9704-2012.
 */
export interface OfficialDocument {
  readonly form: OfficialForm;
  /** 发文机关标志, without 文件 or 纪要, which the form adds: `武陵源区高质量发展督查室`. */
  readonly issuersMark: string;
  /** 联合行文: the other issuers of the mark, in their order after `issuersMark`, whose number the document has. Of documents with the red head only. */
  readonly jointIssuers?: readonly string[];
  /**
   * 签发人, in the order of the issuers: a document that goes upward (上行文) names who signed it for issue. Empty: nobody has yet, its
   * place is left. Left out: it does not go upward. Of documents with the red head only.
   */
  readonly signers?: readonly string[];
  /** 发文字号; null as long as the document is a draft: the writers leave its place. */
  readonly number: DocumentNumber | null;
  /** 份号, six digits; 密级和保密期限 and 紧急程度 as they are printed: `机密★1年`, `特急`. */
  readonly copyNumber?: string;
  readonly secrecy?: string;
  readonly urgency?: string;
  readonly title: string;
  /** 主送机关, without the colon; none where a document names none (a publication, minutes). */
  readonly addressees: readonly string[];
  readonly body: readonly Block[];
  /** 附件: listed below the text by their names, each on pages of its own. */
  readonly annexes: readonly Annex[];
  readonly signature: Signature;
  /** 版记; null for forms that have none. */
  readonly foot: Foot | null;
}

/** 文件 with the red head, 信函 for letters, 纪要 for minutes of a meeting. */
export type OfficialForm = 'document' | 'letter' | 'minutes';

/** `武政督〔2024〕8号`: the organ's word, the year in full, the number without leading zeros. */
export interface DocumentNumber {
  readonly organ: string;
  readonly year: number;
  readonly serial: number;
}

export interface Annex {
  readonly title: string;
  readonly body: readonly Block[];
}

/** 发文机关署名 and 成文日期. Where a seal is to stand its place is left; the software draws none. */
export interface Signature {
  readonly issuers: readonly string[];
  readonly date: CivilDate;
  readonly sealed: boolean;
}

export interface Foot {
  /** 抄送 */
  readonly copiesTo: readonly string[];
  /** 印发机关 */
  readonly printedBy: string;
  /** 印发日期 */
  readonly printedOn: CivilDate;
}

export const documentNumberText = ({ organ, year, serial }: DocumentNumber): string =>
  `${organ}〔${year}〕${serial}号`;
