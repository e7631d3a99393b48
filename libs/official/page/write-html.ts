import { escapedForXml as escaped } from '#charts';
import { breakTitle, TITLE_CHARACTERS } from '../compose/break-title.js';
import { HELD_IN_CELL, HELD_IN_TEXT } from '../compose/held-together.js';
import { annexMark, annexNote } from '../compose/compose-annexes.js';
import { copiesText, printedText } from '../compose/compose-foot.js';
import { jointMarkOf, linesAboveMark, markOf } from '../compose/compose-head.js';
import { headingCounter } from '../compose/level-number.js';
import { pictureCaption, pictureCounter } from '../compose/picture-caption.js';
import { chineseDate } from '#calendar';
import { SIGNER } from '../format/figures.js';
import { jointClassOf } from './joint-width.js';
import type { Block, Picture, Table } from '../model/block.js';
import type { Inline } from '../model/inline.js';
import { documentNumberText, type OfficialDocument } from '../model/official-document.js';

export interface HtmlOptions {
  /** Marks what a person wrote. Unless said, as long as the document has no number. */
  readonly draft?: boolean;
  /** Where a figure leads: to the facts that made it. None: the figure names its source only. */
  readonly figureHref?: (source: string) => string;
}

/**
 * An official document as a fragment of a page: everything escaped, looks by class only (`official-…`), no style and no script, so
 * that a strict content security policy shows it. Figures carry their source in `data-source`; pictures are images with their words.
 */
export function writeHtml(document: OfficialDocument, options: HtmlOptions = {}): string {
  const draft = options.draft ?? document.number === null;
  const { form, title, addressees, body, annexes, signature, foot } = document;
  const nextPicture = pictureCounter();
  const blocks = (all: readonly Block[], depth: number): string => {
    const count = headingCounter();
    return all.map((block) => blockHtml(block, { count, nextPicture, depth, draft, options })).join('');
  };
  const above = linesAboveMark(document).map(({ text }) => p('official-above', escaped(text)));
  return [
    `<article class="official official-${form}${draft ? ' official-draft' : ''}" lang="zh-CN">`,
    '<header class="official-head">',
    ...above,
    markHtml(document),
    numberHtml(document),
    '</header>',
    `<h1 class="official-title">${titleHtml(title)}</h1>`,
    addressees.length === 0 ? '' : p('official-addressees', escaped(`${addressees.join('，')}：`)),
    blocks(body, 2),
    annexes.length === 0 ? '' : annexList(annexes),
    '<div class="official-signature">',
    ...signature.issuers.map((issuer) => p('official-issuer', escaped(issuer))),
    p('official-date', `<time datetime="${escaped(signature.date)}">${chineseDate(signature.date)}</time>`),
    '</div>',
    ...annexes.map(
      (annex, index) =>
        `<section class="official-annex">${p('official-annex-mark', annexMark(index, annexes.length))}<h2 class="official-title">${titleHtml(annex.title)}</h2>${blocks(annex.body, 3)}</section>`,
    ),
    foot === null ? '' : footHtml(foot),
    '</article>',
  ].join('');
}

/** Broken by sense, as on paper; a line that is too long for a telephone breaks within itself. */
function titleHtml(title: string): string {
  const lines = breakTitle(title, TITLE_CHARACTERS);
  return lines.length === 1
    ? escaped(title)
    : lines.map((line) => `<span class="official-title-line">${escaped(line)}</span>`).join('');
}

/** Of a joint issue the names, one below the other, and 文件 beside them: it is read once, after the names. */
function markHtml(document: OfficialDocument): string {
  const joint = jointMarkOf(document);
  if (joint === null) return p('official-mark', escaped(markOf(document)));
  const names = joint.names.map((name) => `<span>${escaped(name)}</span>`).join('');
  return p(
    `official-mark official-joint ${jointClassOf(joint.names)}`,
    `<span class="official-joint-names">${names}</span><span>${joint.word}</span>`,
  );
}

/** What goes upward has its signers to the right of the number. */
function numberHtml({ form, number, signers }: OfficialDocument): string {
  const printed = number === null ? '' : escaped(documentNumberText(number));
  if (form !== 'document' || signers === undefined) return p('official-number', printed);
  const names = signers.map((name) => `<span class="official-signer">${escaped(name)}</span>`).join('\u3000');
  return p(
    'official-number official-upward',
    `<span>${printed}</span><span>${SIGNER.word}${names === '' ? '\u3000'.repeat(SIGNER.openCharacters) : names}</span>`,
  );
}

const p = (name: string, content: string): string => `<p class="${name}">${content}</p>`;

interface Place {
  readonly count: ReturnType<typeof headingCounter>;
  readonly nextPicture: () => number;
  /** Of the first level's headings: `h2` in the text, `h3` in annexes. */
  readonly depth: number;
  readonly draft: boolean;
  readonly options: HtmlOptions;
}

function blockHtml(block: Block, place: Place): string {
  const line = (words: readonly Inline[]): string => lineHtml(words, place, HELD_IN_TEXT);
  switch (block.kind) {
    case 'heading': {
      const tag = `h${Math.min(6, place.depth + block.level - 1)}`;
      return `<${tag} class="official-level-${block.level}">${place.count(block.level)}${line(block.line)}</${tag}>`;
    }
    case 'paragraph':
      return p('official-text', line(block.line));
    case 'table':
      return tableHtml(block, (words) => lineHtml(words, place, HELD_IN_CELL));
    case 'picture':
      return pictureHtml(block, place.nextPicture());
  }
}

/** One that nobody has drawn (`drawnPictures`) is said in its words. */
function pictureHtml(picture: Picture, number: number): string {
  const { svg, alternative, size } = picture;
  const source = `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`;
  const image =
    svg === ''
      ? p('official-text', escaped(alternative))
      : `<img src="${source}" alt="${escaped(alternative)}" width="${Math.round(size.width)}" height="${Math.round(size.height)}">`;
  return `<figure class="official-picture">${image}<figcaption>${escaped(pictureCaption(picture, number))}</figcaption></figure>`;
}

/** Browsers break a line at a code's hyphen and before 日: what is `held` is one piece. */
function lineHtml(line: readonly Inline[], { draft, options }: Place, held: RegExp): string {
  return line
    .map((run) => {
      const words = escaped(run.text).replace(
        held,
        (piece) => `<span class="official-whole">${piece}</span>`,
      );
      if (run.kind === 'figure') {
        const source = `class="official-figure" data-source="${escaped(run.source)}"`;
        const href = options.figureHref?.(run.source);
        return href === undefined
          ? `<span ${source}>${words}</span>`
          : `<a ${source} href="${escaped(href)}">${words}</a>`;
      }
      const strong = run.strong ? `<strong>${words}</strong>` : words;
      return draft && run.edited ? `<mark class="official-edited">${strong}</mark>` : strong;
    })
    .join('');
}

function tableHtml({ caption, columns, rows }: Table, line: (words: readonly Inline[]) => string): string {
  const head = columns.map(({ title }) => `<th scope="col">${escaped(title)}</th>`).join('');
  const cells = (row: Table['rows'][number]): string =>
    columns.map(({ align }, at) => `<td class="official-${align}">${line(row[at] ?? [])}</td>`).join('');
  return [
    '<table class="official-table">',
    caption === undefined ? '' : `<caption>${escaped(caption)}</caption>`,
    `<thead><tr>${head}</tr></thead><tbody>`,
    ...rows.map((row) => `<tr>${cells(row)}</tr>`),
    '</tbody></table>',
  ].join('');
}

function annexList(annexes: OfficialDocument['annexes']): string {
  const items = annexNote(annexes).map(
    ({ lead, number, title }) => `<li>${lead}${number}${escaped(title)}</li>`,
  );
  return `<ul class="official-annexes">${items.join('')}</ul>`;
}

function footHtml(foot: NonNullable<OfficialDocument['foot']>): string {
  const copies = copiesText(foot);
  return [
    '<footer class="official-foot">',
    copies === null ? '' : p('official-copies', escaped(copies)),
    p('official-printed', `<span>${escaped(foot.printedBy)}</span><span>${printedText(foot)}</span>`),
    '</footer>',
  ].join('');
}
