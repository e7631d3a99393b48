import { describe, expect, it } from '@jest/globals';
import { readDocument } from '#documents';
import { loadGlyphs } from '../fonts/load-glyphs.js';
import { letter } from '../testing/sample-documents.js';
import { writePdf } from './write-pdf.js';

// Fonts are opened for it: about a second.
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;
if (inCi === it.skip) process.stderr.write('skipped: documents are written as PDF in CI\n');

describe('a document as PDF', () => {
  inCi('is the same every time, and its text can be read again, with the typefaces embedded', async () => {
    const bytes = await writePdf(letter());
    expect(Buffer.compare(bytes, await writePdf(letter()))).toBe(0);
    const { blocks } = await readDocument(bytes, (text) => new TextDecoder().decode(text));
    const read = JSON.stringify(blocks).replace(/\s/gu, '');
    for (const words of ['武政督函〔2024〕12号', '关于报送4月上旬任务进展情况的提醒函', '2024年4月11日'])
      expect(read).toContain(words);
    const file = Buffer.from(bytes).toString('latin1');
    expect(file.includes('/FontFile2')).toBe(true);
    expect(file.includes('(D:20240410160000Z)')).toBe(true);
  });

  inCi('shows 〓 for a character that no typeface has, and figures half as wide as characters', async () => {
    const glyphs = await loadGlyphs('text', '督8\u{10ffff}');
    const [figure, character, missing] = [0x38, 0x7763, 0x10ffff].map((code) => glyphs.get(code));
    expect([figure?.advance, character?.advance]).toEqual([500, 1000]);
    const geta = (await loadGlyphs('text', '〓')).get(0x3013);
    expect(missing?.outline).toEqual(geta?.outline);
  });
});
