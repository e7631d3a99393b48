import { createHook } from 'node:async_hooks';
import { describe, expect, it } from '@jest/globals';
import { readDocument } from '#documents';
import { loadGlyphs } from '../fonts/load-glyphs.js';
import { text } from '../model/inline.js';
import type { OfficialDocument } from '../model/official-document.js';
import { letter } from '../testing/sample-documents.js';
import { prepareToWrite, writeDocx, writePdf } from '../writers.js';

// Fonts are opened for it: about a second.
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;
if (inCi === it.skip) process.stderr.write('skipped: documents are written as PDF in CI\n');

/** A document with these in title, text, headings and a picture. */
function rarelySet(first: string, second: string): OfficialDocument {
  const line = [text(first), text(second)];
  return {
    ...letter(),
    title: first,
    body: [
      { kind: 'heading', level: 1, line },
      { kind: 'heading', level: 2, line },
      { kind: 'paragraph', line },
      {
        kind: 'picture',
        caption: second,
        alternative: first,
        size: { width: 200, height: 40 },
        svg: `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="5" y="20">${second}</text></svg>`,
      },
    ],
  };
}

/** How many files the process opened while it did that, by Node's own account. */
async function filesOpenedBy(work: () => Promise<unknown>): Promise<number> {
  let opened = 0;
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'FILEHANDLE') opened += 1;
    },
  }).enable();
  try {
    await work();
  } finally {
    hook.disable();
  }
  return opened;
}

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

  inCi(
    'opens nothing any more that its preparation has opened: no program, no typeface, no picture painted',
    async () => {
      // Characters that nothing else sets, in every typeface, so that no other test has opened their slices.
      const draft = rarelySet('鱻麤龘靐', '齉爩厵灥');
      await prepareToWrite(draft);
      const opened = await filesOpenedBy(async () => {
        const issued = { ...draft, number: { organ: '武政督', year: 2024, serial: 12 } };
        await writeDocx(issued);
        await writePdf(issued);
      });
      expect(opened).toBe(0);
      // That files are seen when they are opened.
      expect(await filesOpenedBy(() => writePdf(rarelySet('飍淼', '焱垚')))).toBeGreaterThan(0);
    },
  );

  inCi('shows 〓 for a character that no typeface has, and figures half as wide as characters', async () => {
    const glyphs = await loadGlyphs('text', '督8\u{10ffff}');
    const [figure, character, missing] = [0x38, 0x7763, 0x10ffff].map((code) => glyphs.get(code));
    expect([figure?.advance, character?.advance]).toEqual([500, 1000]);
    const geta = (await loadGlyphs('text', '〓')).get(0x3013);
    expect(missing?.outline).toEqual(geta?.outline);
  });
});
