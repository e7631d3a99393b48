import { chineseDate } from '#calendar';
import { annexMark, annexNote } from '../compose/compose-annexes.js';
import { copiesText, printedText } from '../compose/compose-foot.js';
import { jointMarkOf, linesAboveMark, markOf } from '../compose/compose-head.js';
import type { OfficialDocument, OfficialForm } from '../model/official-document.js';

/** What stands round the text of a document on paper, in the words in which it is printed: for pages that set the text themselves. */
export interface Paper {
  readonly form: OfficialForm;
  /** 份号, 密级, 紧急程度. */
  readonly above: string[];
  readonly mark: string;
  /** Of a joint issue the names of the mark, one below the other, with 文件 to their right; else null. */
  readonly joint: { names: string[]; word: string } | null;
  /** 签发人 of what goes upward; empty as long as nobody issued it, null for all else. */
  readonly signers: string[] | null;
  /** The list of annexes below the text: `附件：1.甲`, `2.乙`. */
  readonly annexNote: string[];
  /** What stands at the head of each: `附件1`. */
  readonly annexMarks: string[];
  readonly date: string;
  readonly foot: { copies: string | null; printedBy: string; printedOn: string } | null;
}

export const paperOf = (document: OfficialDocument): Paper => ({
  form: document.form,
  above: linesAboveMark(document).map(({ text }) => text),
  mark: markOf(document),
  joint: jointOf(document),
  signers: document.form === 'document' && document.signers !== undefined ? [...document.signers] : null,
  annexNote: annexNote(document.annexes).map(({ lead, number, title }) => lead + number + title),
  annexMarks: document.annexes.map((_, index) => annexMark(index, document.annexes.length)),
  date: chineseDate(document.signature.date),
  foot: document.foot && {
    copies: copiesText(document.foot),
    printedBy: document.foot.printedBy,
    printedOn: printedText(document.foot),
  },
});

function jointOf(document: OfficialDocument): Paper['joint'] {
  const joint = jointMarkOf(document);
  return joint && { names: [...joint.names], word: joint.word };
}
