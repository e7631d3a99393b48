import { annexMark, annexNote } from '../compose/compose-annexes.js';
import { breakTitle } from '../compose/break-title.js';
import { copiesText, printedText } from '../compose/compose-foot.js';
import { pictureCounter } from '../compose/picture-caption.js';
import { signatureLines } from '../compose/place-signature.js';
import { widthOf } from '../compose/width-of.js';
import { BODY, FOOT, PAGE, PAGE_NUMBER, SIZE } from '../format/figures.js';
import { pointsOfMm } from '../format/units.js';
import { text } from '../model/inline.js';
import type { Foot, OfficialDocument } from '../model/official-document.js';
import { breakLines, type Line } from './break-lines.js';
import { Flow, setLine } from './flow.js';
import { layOutBlocks } from './lay-out-blocks.js';
import { full, layOutLetterHead, layOutRedHead, lineOf, rule } from './lay-out-head.js';
import { linesOfParagraph, setParagraph } from './set-paragraph.js';
import { LOOK, SHEET, type LaidOut, type Look } from './sheet.js';
import { spansOf } from './spans-of.js';

const LINE = PAGE.charactersPerLine;
const FOOT_INWARDS = FOOT.indentCharacters * SIZE.four;
/** Of what belongs together at most so much is kept on one page: more would leave the page before it all but blank. */
const MOST_KEPT = 18 * SHEET.pitch;

/** Where everything of a document stands, page by page. Pure: the same document gives the same pages. */
export function layOut(document: OfficialDocument, draft: boolean): LaidOut {
  const flow = new Flow();
  const { form, title, addressees, body, annexes } = document;
  if (form === 'letter') layOutLetterHead(document, flow);
  else layOutRedHead(document, flow);
  flow.blank(BODY.linesBeforeTitle);
  flow.bookmark(title, 1);
  layOutTitle(title, flow);
  flow.blank(BODY.linesBeforeAddressee);
  if (addressees.length > 0) {
    const flush = { first: 0, others: 0 };
    setParagraph(flow, linesOfParagraph(`${addressees.join('，')}：`, flush), flush);
  }
  const nextPicture = pictureCounter();
  layOutBlocks(body, flow, { draft, closings: closingHeights(document), nextPicture });
  layOutAnnexNote(document, flow);
  layOutSignature(document, flow);
  for (const [index, annex] of annexes.entries()) {
    flow.newPage();
    flow.bookmark(`${annexMark(index, annexes.length)} ${annex.title}`, 1);
    flow.page.push(
      ...setLine(lineOf(annexMark(index, annexes.length), LOOK.hei), full('left', SHEET.pitch), flow.y),
    );
    flow.blank(BODY.annexTitleOnLine - 1);
    layOutTitle(annex.title, flow);
    flow.blank(1);
    const closings = index === annexes.length - 1 ? [Math.min(MOST_KEPT, footHeight(document))] : [];
    layOutBlocks(annex.body, flow, { draft, closings, nextPicture });
  }
  layOutFoot(document, flow);
  numberPages(flow, form === 'letter');
  return { pages: flow.pages, bookmarks: flow.bookmarks };
}

function layOutTitle(title: string, flow: Flow): void {
  for (const line of breakTitle(title, Math.floor(SHEET.textWidth / SIZE.two))) {
    flow.page.push(...setLine(lineOf(line, LOOK.title), full('center', SHEET.titlePitch), flow.y));
    flow.y += SHEET.titlePitch;
  }
}

/** Name and date with the lines left free above them. */
const namesHeight = (document: OfficialDocument): number =>
  Math.min(MOST_KEPT, signatureLines(document).length * SHEET.pitch);

/**
 * What must stand with the last lines of the text, and what of it where that is too much: note of annexes (of a note that is long its first
 * lines), name, date, and the foot, which stands alone rather than name and date.
 */
function closingHeights(document: OfficialDocument): number[] {
  const { annexes } = document;
  const names = namesHeight(document);
  if (annexes.length === 0) return [names + footHeight(document), names].filter((all) => all <= MOST_KEPT);
  return [Math.min(MOST_KEPT, noteHeight(document) + names)];
}

/** The note on annexes with the lines left free above it. */
function noteHeight({ annexes }: OfficialDocument): number {
  const lead = BODY.firstLineCharacters + widthOf('附件：1.');
  const note = annexes.reduce((sum, { title }) => sum + Math.ceil(widthOf(title) / (LINE - lead)), 0);
  return (BODY.linesBeforeAnnexNote + note) * SHEET.pitch;
}

function layOutAnnexNote(document: OfficialDocument, flow: Flow): void {
  const { annexes } = document;
  if (annexes.length === 0) return;
  flow.need(Math.min(MOST_KEPT, noteHeight(document) + namesHeight(document)));
  flow.blank(BODY.linesBeforeAnnexNote);
  const lead = BODY.firstLineCharacters + widthOf('附件：');
  for (const [at, { lead: before, number, title }] of annexNote(annexes).entries()) {
    const first = before === '' ? lead : BODY.firstLineCharacters;
    const tail = at === annexes.length - 1 ? namesHeight(document) : 0;
    const indents = { first, others: lead + widthOf(number) };
    setParagraph(flow, linesOfParagraph(before + number + title, indents), indents, tail);
  }
}

function layOutSignature(document: OfficialDocument, flow: Flow): void {
  const lines = signatureLines(document);
  if (lines.length === 0) return;
  flow.need(namesHeight(document));
  for (const { text: words, right } of lines) {
    flow.need(SHEET.pitch);
    const place = { ...full('right', SHEET.pitch), right: SHEET.right - right * SHEET.character };
    flow.page.push(...setLine(lineOf(words, LOOK.text), place, flow.y));
    flow.y += SHEET.pitch;
  }
}

function footCopies(foot: Foot): Line<Look>[] {
  const room = (SHEET.textWidth - 2 * FOOT_INWARDS) / SIZE.four;
  return breakLines(spansOf([text(copiesText(foot) ?? '')], LOOK.foot, false), {
    first: room,
    others: room - widthOf('抄送：'),
  });
}

function footHeight({ foot, form }: OfficialDocument): number {
  return foot === null ? 0 : SHEET.footPitch * (footCopies(foot).length + (form === 'letter' ? 0 : 1));
}

/** On the lower edge of the last page's type area: of a page on which text stands, as what comes last keeps its room with it. */
function layOutFoot(document: OfficialDocument, flow: Flow): void {
  const { foot, form } = document;
  const height = footHeight(document);
  if (foot === null || height === 0) return;
  const hasRules = form !== 'letter';
  const copies = footCopies(foot);
  flow.need(height);
  let y = SHEET.bottom - height;
  const edge = (at: number, mm: number): void => {
    if (hasRules) flow.page.push(rule(SHEET.left, SHEET.right, at, pointsOfMm(mm)));
  };
  edge(y, FOOT.outerRuleMm);
  const inner = {
    left: SHEET.left + FOOT_INWARDS,
    right: SHEET.right - FOOT_INWARDS,
    height: SHEET.footPitch,
  };
  for (const [at, line] of copies.entries()) {
    const left = inner.left + (at === 0 ? 0 : widthOf('抄送：') * SIZE.four);
    flow.page.push(...setLine(line, { ...inner, left, align: 'both' }, y));
    y += SHEET.footPitch;
  }
  if (!hasRules) return;
  if (copies.length > 0) edge(y, FOOT.innerRuleMm);
  flow.page.push(
    ...setLine(lineOf(foot.printedBy, LOOK.foot), { ...inner, align: 'left' }, y),
    ...setLine(lineOf(printedText(foot), LOOK.foot), { ...inner, align: 'right' }, y),
  );
  edge(SHEET.bottom, FOOT.outerRuleMm);
}

function numberPages(flow: Flow, skipFirst: boolean): void {
  const inwards = PAGE_NUMBER.indentCharacters * SIZE.four;
  const y = SHEET.bottom + pointsOfMm(PAGE_NUMBER.belowTypeAreaMm);
  for (const [at, page] of flow.pages.entries()) {
    if (at === 0 && skipFirst) continue;
    const line = lineOf(`${PAGE_NUMBER.before}${at + 1}${PAGE_NUMBER.after}`, LOOK.pageNumber);
    const place = {
      left: SHEET.left + inwards,
      right: SHEET.right - inwards,
      height: PAGE_NUMBER.linePoints,
    };
    page.push(...setLine(line, { ...place, align: at % 2 === 0 ? 'right' : 'left' }, y));
  }
}
