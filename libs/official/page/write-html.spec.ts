import { describe, expect, it } from '@jest/globals';
import { figure, text } from '../model/inline.js';
import { bulletin, jointReport, letter } from '../testing/sample-documents.js';
import { PAGE_STYLE } from './page-style.js';
import { writeHtml } from './write-html.js';

describe('a document on a page', () => {
  it('numbers headings, tells the head of a table, the words of a picture and the date', () => {
    const page = writeHtml(bulletin(1, 2));
    expect(page).toContain('<h2 class="official-level-1">一、总体情况</h2>');
    expect(page).toContain('<th scope="col">牵头单位</th>');
    expect(page).toContain('alt="八个行动的完成率，最高92%，最低35%。"');
    expect(page).toContain('<time datetime="2024-04-08">2024年4月8日</time>');
    expect(page).toContain('<p class="official-number">武政督〔2024〕8号</p>');
  });

  it('keeps each name of a joint mark in one line, by a size for the longest of them, however long they are', () => {
    const sizeOf = (name: string): number => {
      const page = writeHtml({ ...jointReport(), issuersMark: name });
      const [, sized] = /class="official-mark official-joint (official-joint-\d+)"/.exec(page) ?? [];
      const [, share] =
        new RegExp(`\\.${String(sized)}\\{font-size:min\\(40pt,([\\d.]+)cqw\\)\\}`).exec(PAGE_STYLE) ?? [];
      return Number(share);
    };
    for (const characters of [11, 20, 30]) {
      const size = sizeOf('督'.repeat(characters));
      expect(size * (characters + 2)).toBeLessThan(100);
      expect(size * (characters + 2)).toBeGreaterThan(80);
    }
    expect(sizeOf('督'.repeat(90))).toBeGreaterThan(0);
  });

  it('keeps a code in one line, and in a cell a date', () => {
    const line = [figure('t', '“整治”（A6-06）'), text('于2024年12月31日办结')];
    const page = writeHtml({
      ...letter(),
      body: [
        { kind: 'paragraph', line },
        { kind: 'table', columns: [{ title: '任务', width: 1, align: 'left' }], rows: [[line]] },
      ],
    });
    const code = '<span class="official-whole">A6-06</span>';
    expect(page.split(code)).toHaveLength(3);
    expect(page.split('<span class="official-whole">2024年12月31日</span>')).toHaveLength(2);
    expect(PAGE_STYLE).toContain('.official-whole{white-space:nowrap}');
  });

  it('escapes everything, and needs neither style nor script of its own', () => {
    const hostile = '<img src=x onerror="alert(1)">';
    const page = writeHtml(
      {
        ...letter(),
        title: hostile,
        addressees: [hostile],
        body: [{ kind: 'paragraph', line: [text(hostile), figure('"><script>', hostile)] }],
      },
      { figureHref: (source) => `/facts/${source}` },
    );
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/\sstyle=/u);
  });

  it('leads from a figure to its source, and marks in drafts what a person wrote', () => {
    const page = writeHtml(
      { ...bulletin(1, 1), number: null },
      { figureHref: (source) => `/facts?of=${source}` },
    );
    expect(page).toContain(
      '<a class="official-figure" data-source="tasks.behind" href="/facts?of=tasks.behind">18</a>',
    );
    expect(page).toContain('<mark class="official-edited">');
    expect(writeHtml(bulletin(1, 1))).not.toContain('<mark');
    expect(writeHtml(bulletin(1, 1))).toContain(
      '<span class="official-figure" data-source="tasks.behind">18</span>',
    );
  });
});
