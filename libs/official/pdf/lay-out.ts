import { annexMark, annexNote } from '../compose/compose-annexes.js';
import { breakTitle } from '../compose/break-title.js';
import { copiesText, printedText } from '../compose/compose-foot.js';
import { headingCounter, type Level } from '../compose/level-number.js';
import { pictureCaption, pictureCounter } from '../compose/picture-caption.js';
import { placeSignature } from '../compose/place-signature.js';
import { widthOf } from '../compose/width-of.js';
import { printedSize } from '../docx/picture.js';
import { BODY, FOOT, PAGE, PAGE_NUMBER, SIZE } from '../format/figures.js';
import { pointsOfMm } from '../format/units.js';
import type { Block, Picture } from '../model/block.js';
import { plainText, text } from '../model/inline.js';
import type { OfficialDocument } from '../model/official-document.js';
import { breakLines } from './break-lines.js';
import { Flow, setLine } from './flow.js';
import { full, layOutLetterHead, layOutRedHead, lineOf, rule } from './lay-out-head.js';
import { layOutTable } from './lay-out-table.js';
import { spansOf } from './spans-of.js';
import { LOOK, SHEET, type LaidOut, type Look } from './sheet.js';

const LINE = PAGE.charactersPerLine;
const LEVEL_LOOK: Readonly<Record<Level, Look>> = { 1: LOOK.hei, 2: LOOK.kai, 3: LOOK.text, 4: LOOK.text };

/** Where everything of a document stands, page by page. Pure: the same document gives the same pages. */
export function layOut(document: OfficialDocument, draft: boolean): LaidOut {
  const flow = new Flow();
  const { form, title, addressees, body, annexes, signature } = document;
  if (form === 'letter') layOutLetterHead(document, flow);
  else layOutRedHead(document, flow);
  flow.blank(BODY.linesBeforeTitle);
  flow.bookmark(title, 1);
  layOutTitle(title, flow);
  flow.blank(BODY.linesBeforeAddressee);
  if (addressees.length > 0) paragraph(flow, `${addressees.join('，')}：`, { first: 0, others: 0 });
  const nextPicture = pictureCounter();
  layOutBlocks(body, flow, { draft, closing: closingHeight(document), nextPicture });
  layOutAnnexNote(document, flow);
  if (form !== 'minutes' || signature.issuers.length > 0) layOutSignature(document, flow);
  for (const [index, annex] of annexes.entries()) {
    flow.newPage();
    flow.bookmark(`${annexMark(index, annexes.length)} ${annex.title}`, 1);
    flow.page.push(
      ...setLine(lineOf(annexMark(index, annexes.length), LOOK.hei), full('left', SHEET.pitch), flow.y),
    );
    flow.blank(BODY.annexTitleOnLine - 1);
    layOutTitle(annex.title, flow);
    flow.blank(1);
    layOutBlocks(annex.body, flow, { draft, closing: 0, nextPicture });
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

/** Characters that lines are in from the left. */
interface Indents {
  readonly first: number;
  readonly others: number;
}
const FIRST_LINE: Indents = { first: BODY.firstLineCharacters, others: 0 };

function paragraph(flow: Flow, words: string, indents: Indents, tail = 0): void {
  setSpans(flow, spansOf([text(words)], LOOK.text, false), indents, tail);
}

function setSpans(
  flow: Flow,
  spans: ReturnType<typeof spansOf>,
  { first, others }: Indents,
  tail: number,
): void {
  const lines = breakLines(spans, { first: LINE - first, others: LINE - others });
  flow.lines(
    lines,
    (index) => ({
      ...full('both', SHEET.pitch),
      left: SHEET.left + (index === 0 ? first : others) * SHEET.character,
    }),
    tail,
  );
}

interface BlocksPlace {
  readonly draft: boolean;
  /** What must stand with the last lines. */
  readonly closing: number;
  readonly nextPicture: () => number;
}

function layOutBlocks(
  blocks: readonly Block[],
  flow: Flow,
  { draft, closing, nextPicture }: BlocksPlace,
): void {
  const count = headingCounter();
  for (const [at, block] of blocks.entries()) {
    const tail = at === blocks.length - 1 ? closing : 0;
    switch (block.kind) {
      case 'heading': {
        const number = count(block.level);
        const look = LEVEL_LOOK[block.level];
        // A heading takes the first lines of its text along.
        const next = blocks[at + 1];
        flow.need(SHEET.pitch + (next?.kind === 'picture' ? pictureHeight(next) : SHEET.pitch));
        flow.bookmark(number + plainText(block.line), block.level + 1);
        setSpans(flow, spansOf([text(number), ...block.line], look, draft), FIRST_LINE, 0);
        break;
      }
      case 'paragraph':
        setSpans(flow, spansOf(block.line, LOOK.text, draft), FIRST_LINE, tail);
        break;
      case 'table':
        layOutTable(block, flow, draft);
        break;
      case 'picture':
        layOutPicture(block, nextPicture(), flow);
    }
  }
}

/** With its caption. */
const pictureHeight = ({ size }: Picture): number => pointsOfMm(printedSize(size).heightMm) + SHEET.pitch;

function layOutPicture(picture: Picture, number: number, flow: Flow): void {
  const size = printedSize(picture.size);
  const [width, height] = [pointsOfMm(size.widthMm), pointsOfMm(size.heightMm)];
  flow.need(pictureHeight(picture));
  const x = SHEET.left + (SHEET.textWidth - width) / 2;
  flow.page.push({ kind: 'picture', x, y: flow.y, width, height, svg: picture.svg });
  flow.y += height;
  const caption = lineOf(pictureCaption(picture, number), LOOK.caption);
  flow.page.push(...setLine(caption, full('center', SHEET.pitch), flow.y));
  flow.y += SHEET.pitch;
}

/** What must stand with the last lines of the text: note of annexes, name, date. */
function closingHeight({ annexes, signature, form }: OfficialDocument): number {
  if (form === 'minutes' && signature.issuers.length === 0) return 0;
  const blank = signature.sealed ? BODY.linesBeforeSealedName : BODY.linesBeforeUnsealedName;
  const lead = BODY.firstLineCharacters + widthOf('附件：1.');
  const note = annexes.reduce((sum, { title }) => sum + Math.ceil(widthOf(title) / (LINE - lead)), 0);
  const before = annexes.length === 0 ? 0 : BODY.linesBeforeAnnexNote;
  return Math.min(12, before + note + blank + signature.issuers.length + 1) * SHEET.pitch;
}

function layOutAnnexNote(document: OfficialDocument, flow: Flow): void {
  const { annexes } = document;
  if (annexes.length === 0) return;
  flow.need(closingHeight(document));
  flow.blank(BODY.linesBeforeAnnexNote);
  const lead = BODY.firstLineCharacters + widthOf('附件：');
  for (const { lead: before, number, title } of annexNote(annexes)) {
    const first = before === '' ? lead : BODY.firstLineCharacters;
    paragraph(flow, before + number + title, { first, others: lead + widthOf(number) });
  }
}

function layOutSignature({ signature }: OfficialDocument, flow: Flow): void {
  const lines = placeSignature(signature);
  const blank = signature.sealed ? BODY.linesBeforeSealedName : BODY.linesBeforeUnsealedName;
  flow.need((blank + lines.length) * SHEET.pitch);
  flow.blank(blank);
  for (const { text: words, right } of lines) {
    const place = { ...full('right', SHEET.pitch), right: SHEET.right - right * SHEET.character };
    flow.page.push(...setLine(lineOf(words, LOOK.text), place, flow.y));
    flow.y += SHEET.pitch;
  }
}

/** On the lower edge of the last page's type area; on a page of its own where the text leaves no room. */
function layOutFoot({ foot, form }: OfficialDocument, flow: Flow): void {
  if (foot === null) return;
  const hasRules = form !== 'letter';
  const inwards = FOOT.indentCharacters * SIZE.four;
  const lead = widthOf('抄送：');
  const room = (SHEET.textWidth - 2 * inwards) / SIZE.four;
  const copies = breakLines(spansOf([text(copiesText(foot) ?? '')], LOOK.foot, false), {
    first: room,
    others: room - lead,
  });
  const height = SHEET.footPitch * (copies.length + (hasRules ? 1 : 0));
  if (height === 0) return;
  flow.need(height);
  let y = SHEET.bottom - height;
  const edge = (at: number, mm: number): void => {
    if (hasRules) flow.page.push(rule(SHEET.left, SHEET.right, at, pointsOfMm(mm)));
  };
  edge(y, FOOT.outerRuleMm);
  const inner = { left: SHEET.left + inwards, right: SHEET.right - inwards, height: SHEET.footPitch };
  for (const [at, line] of copies.entries()) {
    const left = inner.left + (at === 0 ? 0 : lead * SIZE.four);
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
