import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { signatureLines } from '../compose/place-signature.js';
import type { Block } from '../model/block.js';
import { plainText, text } from '../model/inline.js';
import type { OfficialDocument } from '../model/official-document.js';
import { bulletin, letter, minutes, picture } from '../testing/sample-documents.js';
import { layOut } from './lay-out.js';
import { SHEET, type Mark, type TextMark } from './sheet.js';

/** Headings and captions of tables say 题 and heads of tables 头, and nothing else does; what is text says 文. */
const heading = fc
  .record({ level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const), length: fc.nat(60) })
  .map(({ level, length }): Block => ({ kind: 'heading', level, line: [text(`题${'题'.repeat(length)}`)] }));
const paragraph = fc
  .integer({ min: 1, max: 260 })
  .map((length): Block => ({ kind: 'paragraph', line: [text('文'.repeat(length))] }));
const table = fc
  .record({
    rows: fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 60 }) }, fc.constant(2500)), {
      minLength: 1,
      maxLength: 12,
    }),
    hasCaption: fc.boolean(),
  })
  .map(({ rows, hasCaption }): Block => ({
    kind: 'table',
    ...(hasCaption ? { caption: '附表题' } : {}),
    columns: [
      { title: '头', width: 1, align: 'center' },
      { title: '头'.repeat(30), width: 3, align: 'left' },
    ],
    rows: rows.map((length) => [[text('文')], [text('文'.repeat(length))]]),
  }));
const drawing = fc
  .constantFrom(360, 800, 3000)
  .map((height): Block => ({ ...picture, caption: '文', size: { width: 800, height } }) as Block);

const section = fc
  .tuple(
    fc.array(heading, { maxLength: 3 }),
    fc.oneof({ weight: 3, arbitrary: paragraph }, { weight: 1, arbitrary: table }, drawing),
  )
  .map(([headings, content]) => [...headings, content]);
const body = fc.array(section, { minLength: 1, maxLength: 8 }).map((sections) => sections.flat());
const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `第${at}个督查局`);
const documents = fc
  .record({
    form: fc.constantFrom('document' as const, 'letter' as const, 'minutes' as const),
    text: body,
    annexes: fc.array(body, { maxLength: 4 }),
    sealed: fc.boolean(),
    copies: fc.option(fc.nat(40)),
    joint: fc.nat(6),
    signers: fc.option(fc.nat(5), { nil: undefined }),
  })
  .map(({ form, text: words, annexes, sealed, copies, joint, signers }): OfficialDocument => ({
    ...{ document: bulletin, letter, minutes }[form](),
    body: words,
    annexes: annexes.map((own, at) => ({ title: `清单${at}`, body: own })),
    signature: { issuers: ['督查室', ...names(joint)], date: '2024-04-11', sealed },
    jointIssuers: names(joint),
    ...(signers !== undefined && { signers: names(signers) }),
    foot: copies === null ? null : { copiesTo: names(copies), printedBy: '督查室', printedOn: '2024-04-11' },
  }));

const isPageNumber = ({ text: words }: TextMark): boolean => words.startsWith('—');
const wordsOf = (page: readonly Mark[]): string[] =>
  page.flatMap((mark) => (mark.kind === 'text' && !isPageNumber(mark) ? [mark.text] : []));
/** Without the head, which says 文件. */
const textOf = (page: readonly Mark[]): string =>
  page.map((mark) => (mark.kind === 'text' && mark.look.color === undefined ? mark.text : '')).join('');
const DATE = '2024年4月11日';

function expectKept(document: OfficialDocument): void {
  const { pages } = layOut(document, false);
  for (const page of pages) {
    expect(wordsOf(page).at(-1)).not.toMatch(/[题头]/u);
    for (const mark of page) {
      if (mark.kind === 'picture') expect(mark.y + mark.height).toBeLessThanOrEqual(SHEET.bottom + 0.2);
      if (mark.kind === 'text' && !isPageNumber(mark))
        expect(mark.baseline).toBeLessThanOrEqual(SHEET.bottom + 0.2);
    }
  }
  const signed = pages.find((page) => wordsOf(page).includes(DATE));
  const names = signatureLines(document).length;
  const foot = footLines(pages.at(-1) ?? []);
  const annex = document.annexes.at(-1);
  const room = 22 - endLines(document.body);
  // Above name and date stands text, or what ends it: the note on annexes (GB/T 9704-2012, 7.3.4), here 清单.
  if (signed && names <= Math.min(18, room)) expect(textOf(signed)).toMatch(/[文题单]/u);
  if (!signed) expect(document.signature.issuers).toEqual([]);
  // The foot, name and date, or both of them, are never all of a page where a page has room for them below text and its headings.
  const hasRoom = annex ? foot <= 22 - endLines(annex.body) : names + foot <= Math.min(18, room);
  const held = hasRoom ? pages : pages.slice(0, -1);
  for (const page of held.slice(1)) if (page !== signed) expect(textOf(page)).toMatch(/[文题单]/u);
  if (hasRoom) expect(textOf(pages.at(-1) ?? [])).toMatch(/[文题单]/u);
}

/** Lines of the foot on its page. */
function footLines(page: readonly Mark[]): number {
  const texts = page.flatMap((mark) => (mark.kind === 'text' && !isPageNumber(mark) ? [mark] : []));
  const first = texts.find(({ text: words }) => words.startsWith('抄送：'));
  if (first === undefined) return 1;
  return new Set(texts.map(({ baseline }) => baseline).filter((at) => at >= first.baseline)).size;
}

/** So many lines at most must stand together where the text ends: its last headings, and of what is below them what may not be parted. */
function endLines(body: readonly Block[]): number {
  const lines = (block: Block): number =>
    block.kind === 'heading' || block.kind === 'paragraph'
      ? Math.ceil((plainText(block.line).length + 8) / 26)
      : 0;
  const from = body.findLastIndex(
    (block, at) => block.kind === 'heading' && body[at - 1]?.kind !== 'heading',
  );
  const content = body.at(-1);
  const isBelow = from >= 0 && body.slice(from, -1).every(({ kind }) => kind === 'heading');
  const headings = isBelow ? body.slice(from, -1).reduce((sum, block) => sum + lines(block), 0) : 0;
  if (content === undefined) return 0;
  if (content.kind === 'heading') return headings + lines(content);
  if (content.kind === 'paragraph') return headings + Math.min(2, lines(content));
  return headings + (content.kind === 'table' ? 9 : 8);
}

describe('what belongs together on a page', () => {
  it('stays together in any body: no page ends with a heading, a caption or the head of a table; name and date have text or the note on annexes above them', () => {
    fc.assert(fc.property(documents, expectKept), { numRuns: 25 });
  });

  it('stays together at every place of a page at which a heading, a table or the end of the text may fall', () => {
    const line: Block = { kind: 'paragraph', line: [text('文')] };
    const titled = (level: 1 | 2): Block => ({ kind: 'heading', level, line: [text('题')] });
    const rows = (count: number): Block => ({
      kind: 'table',
      caption: '附表题',
      columns: [{ title: '头', width: 1, align: 'left' }],
      rows: Array.from({ length: count }, () => [[text('文')]]),
    });
    const large: Block = { ...picture, caption: '文', size: { width: 800, height: 1400 } } as Block;
    const endings: Block[][] = [
      [titled(1), line],
      [titled(1), titled(2), line],
      [titled(1), titled(2), { kind: 'paragraph', line: [text('文'.repeat(40))] }],
      [titled(1), rows(1)],
      [titled(1), titled(2), rows(3)],
      [titled(1), titled(2), large],
      [titled(1)],
    ];
    for (const ending of endings)
      for (let lines = 1; lines <= 24; lines += 1)
        expectKept({ ...letter(), body: [...Array.from({ length: lines }, () => line), ...ending] });
  });

  it('has text on the page of the foot, however long the text is, and wherever an annex ends', () => {
    const line: Block = { kind: 'paragraph', line: [text('文')] };
    const lines = (count: number): Block[] => Array.from({ length: count }, () => line);
    const foot = { copiesTo: names(30), printedBy: '督查室', printedOn: '2024-04-11' } as const;
    const feet = [foot, { ...foot, copiesTo: [] }];
    for (const whole of [bulletin(), minutes()])
      for (const [foot, sealed] of feet.flatMap((one) => [true, false].map((seal) => [one, seal] as const))) {
        const signature = { issuers: ['督查室', ...names(4)], date: '2024-04-11', sealed } as const;
        const own = { ...whole, foot, signature, annexes: [], jointIssuers: names(4), signers: names(5) };
        const [first = []] = layOut({ ...own, body: lines(2) }, false).pages;
        expect(textOf(first)).toContain('文');
        for (let count = 1; count <= 46; count += 1) {
          expectKept({ ...own, body: lines(count) });
          if (!sealed) continue;
          expectKept({ ...own, body: lines(3), annexes: [{ title: '清单', body: lines(count) }] });
          expectKept({
            ...own,
            signature: { ...signature, issuers: [] },
            form: 'minutes',
            body: lines(count),
          });
        }
      }
  });

  it('has a long note of annexes go on over pages, and the name and date with its last line', () => {
    const annexes = Array.from({ length: 40 }, (_, at) => ({
      title: `清单${at}`,
      body: letter().body.slice(0, 1),
    }));
    for (let lines = 1; lines <= 24; lines += 1) {
      const line: Block = { kind: 'paragraph', line: [text('文')] };
      const { pages } = layOut(
        { ...letter(), body: Array.from({ length: lines }, () => line), annexes },
        false,
      );
      const signed = pages.find((page) => wordsOf(page).includes(DATE)) ?? [];
      expect(wordsOf(signed).join('')).toContain('清单39');
    }
  });
});
