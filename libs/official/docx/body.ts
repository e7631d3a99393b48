import { annexMark, annexNote } from '../compose/compose-annexes.js';
import { breakTitle, TITLE_CHARACTERS } from '../compose/break-title.js';
import { pictureCounter } from '../compose/picture-caption.js';
import { signatureLines } from '../compose/place-signature.js';
import { widthOf } from '../compose/width-of.js';
import { BODY } from '../format/figures.js';
import type { Block, Picture } from '../model/block.js';
import type { OfficialDocument } from '../model/official-document.js';
import { footTable } from './foot.js';
import { letterHead, redHead } from './head.js';
import { blankLines, paragraph, type StyleId } from './paragraph.js';
import { lineBreak, run, runsOf } from './run.js';
import { sectionProperties } from './section.js';
import { pictureXml } from './picture.js';
import { tableXml } from './table.js';
import { element, NAMESPACES, XML_HEAD } from './xml.js';

/** `word/document.xml`. */
export function documentPart(document: OfficialDocument, draft: boolean): string {
  const { form, annexes, foot } = document;
  const pictures = pictureCounter();
  const blocks = (body: readonly Block[], list: number, titleLines = 0): string =>
    body
      .map((block, at) =>
        blockXml(block, {
          list,
          draft,
          nextPicture: pictures,
          linesAbove: titleLines > 0 && at === 0 ? BODY.annexTitleOnLine + titleLines : 0,
          keepNext: at === body.length - 1 && (list === 1 || (list === 1 + annexes.length && foot !== null)),
        }),
      )
      .join('');
  const body = [
    form === 'letter' ? letterHead(document) : redHead(document),
    blankLines(BODY.linesBeforeTitle),
    titleXml(document.title),
    ...addressees(document.addressees),
    document.addressees.length === 0 ? blankLines(1) : '',
    blocks(document.body, 1),
    annexNoteXml(document),
    signatureXml(document),
    ...annexes.map(({ title, body: own }, index) =>
      [
        paragraph({ style: 'AnnexMark', pageBreakBefore: true }, run(annexMark(index, annexes.length))),
        blankLines(BODY.annexTitleOnLine - 2),
        titleXml(title),
        blankLines(1),
        blocks(own, index + 2, breakTitle(title, TITLE_CHARACTERS).length),
      ].join(''),
    ),
    foot === null ? '' : footTable(foot, form),
    sectionProperties(form),
  ];
  return XML_HEAD + element('w:document', NAMESPACES, element('w:body', {}, ...body));
}

/** All pictures in the order in which they are numbered. */
export const picturesOf = ({ body, annexes }: OfficialDocument): Picture[] =>
  [body, ...annexes.map((annex) => annex.body)].flat().filter((block) => block.kind === 'picture');

function titleXml(title: string): string {
  return paragraph(
    { style: 'Title1' },
    breakTitle(title, TITLE_CHARACTERS)
      .map((line) => run(line))
      .join(lineBreak),
  );
}

function addressees(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [
    blankLines(BODY.linesBeforeAddressee),
    paragraph({ style: 'Addressee' }, run(`${names.join('，')}：`)),
  ];
}

interface BlockPlace {
  readonly list: number;
  readonly draft: boolean;
  readonly nextPicture: () => number;
  /** Lines of the page above a picture that has to stand on it: the first under an annex's title, which else would stand alone. */
  readonly linesAbove: number;
  /** The last of the text goes on with the signature, the last of all with the foot: neither stands alone on a page. */
  readonly keepNext: boolean;
}

function blockXml(block: Block, { list, draft, nextPicture, linesAbove, keepNext }: BlockPlace): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(
        {
          style: `Level${block.level}` satisfies StyleId,
          keepNext: true,
          numbering: { list, level: block.level - 1 },
        },
        runsOf(block.line, draft),
      );
    case 'paragraph':
      return paragraph({ style: 'Text', keepNext }, runsOf(block.line, draft));
    case 'table':
      return tableXml(block, draft, keepNext);
    case 'picture':
      return pictureXml(block, nextPicture(), { keepNext, linesAbove });
  }
}

function annexNoteXml({ annexes }: OfficialDocument): string {
  if (annexes.length === 0) return '';
  const lead = BODY.firstLineCharacters + widthOf('附件：');
  const lines = annexNote(annexes).map((line) => {
    const nameAt = lead + widthOf(line.number);
    return paragraph(
      {
        style: 'Addressee',
        keepNext: true,
        indent: { left: nameAt, hanging: widthOf(line.lead + line.number) },
      },
      run(line.lead + line.number + line.title),
    );
  });
  return blankLines(BODY.linesBeforeAnnexNote, { keepNext: true }) + lines.join('');
}

/** Its last line goes on with what the foot hangs on, so that a foot never stands on a page alone. */
function signatureXml(document: OfficialDocument): string {
  const lines = signatureLines(document);
  const footFollows = document.annexes.length === 0 && document.foot !== null;
  return lines
    .map(({ text, right }, index) => {
      const keepNext = index < lines.length - 1 || footFollows;
      return text === ''
        ? blankLines(1, { keepNext })
        : paragraph({ style: 'Signature1', indent: { right }, keepNext }, run(text));
    })
    .join('');
}
