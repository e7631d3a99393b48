import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { richDocx } from '../testing/rich-docx.js';
import { codeOf, readBytes, textsOf } from '../testing/texts-of.js';

/** `richDocx` as LibreOffice 7.4 saved it in the format of Word 97. */
const EVERYTHING = new Uint8Array(readFileSync(new URL('./fixtures/everything.doc', import.meta.url)));
const patched = (change: (bytes: Buffer) => void): Uint8Array => {
  const bytes = Buffer.from(EVERYTHING);
  change(bytes);
  return new Uint8Array(bytes);
};
/** Where the stream with the text begins: the fixture keeps it in one run of sectors. */
const MAIN = Buffer.from(EVERYTHING).indexOf(Buffer.from([0xec, 0xa5]));

describe('a Word file of 1997 to 2003', () => {
  it('says the same as the .docx file that it was made of', async () => {
    const { kind, ...said } = await readBytes(EVERYTHING);
    const { kind: _, ...expected } = await readBytes(richDocx());
    expect(kind).toBe('doc');
    expect(said).toEqual(expected);
    expect(said.blocks.length).toBeGreaterThan(15);
    expect(said.notes).toEqual([{ kind: 'footnote', number: 1, text: '含县河长办。' }]);
  });

  it('has its numbers, its tables and its text boxes, no deleted or hidden text', async () => {
    const texts = await textsOf(EVERYTHING);
    expect(texts).toEqual(
      expect.arrayContaining([
        '一、总体要求',
        '（一）整治河道',
        '1.清淤五公里',
        '①上游',
        '框前框后',
        '框中文字',
      ]),
    );
    expect(texts).toContain('由县水利局牵头，县财政局配合。');
    expect(texts).toContain(
      '序号|工作任务|责任单位|\n1|清淤|县水利局|县财政局\n1|护岸长度\n2024　3公里\n2025　5公里|县住建局|甲\n乙\n合计||二项|',
    );
  });

  it('is refused when it is locked, older than that, no Word file, or cut off', async () => {
    expect(MAIN).toBeGreaterThan(0);
    expect(
      await codeOf(patched((bytes) => bytes.writeUInt16LE(bytes.readUInt16LE(MAIN + 10) | 0x100, MAIN + 10))),
    ).toBe('DOCUMENT_ENCRYPTED');
    expect(await codeOf(patched((bytes) => bytes.writeUInt16LE(0x65, MAIN + 2)))).toBe(
      'DOCUMENT_IS_OLD_OFFICE',
    );
    const name = (text: string): Buffer => Buffer.from(text, 'utf16le');
    const workbook = patched((bytes) =>
      name('Workbook\0\0\0\0').copy(bytes, bytes.indexOf(name('WordDocument'))),
    );
    expect(await codeOf(workbook)).toBe('DOCUMENT_IS_OLD_OFFICE');
    const locked = patched((bytes) => {
      const at = bytes.indexOf(name('WordDocument'));
      name('EncryptedPackage').copy(bytes, at);
      bytes.writeUInt16LE(34, at + 64);
    });
    expect(await codeOf(locked)).toBe('DOCUMENT_ENCRYPTED');
    expect(await codeOf(EVERYTHING.subarray(0, 1000))).toBe('DOCUMENT_DAMAGED');
    expect(await codeOf(EVERYTHING.subarray(0, 4096))).toBe('DOCUMENT_DAMAGED');
  });

  it('ends though its sectors lead in a circle', async () => {
    const circle = patched((bytes) => {
      const fat = (bytes.readUInt32LE(76) + 1) * 512;
      for (let sector = 0; sector < 20; sector += 1) bytes.writeUInt32LE((sector + 1) % 20, fat + sector * 4);
    });
    expect(await codeOf(circle)).toMatch(/^(?:read|DOCUMENT_DAMAGED)$/);
  });

  it('is read or refused with a code whatever bytes of it are changed', async () => {
    const place = fc.integer({ min: 0, max: EVERYTHING.length - 1 });
    const byte = fc.integer({ min: 0, max: 255 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, byte), { minLength: 1, maxLength: 60 }), async (changes) => {
        const code = await codeOf(patched((bytes) => changes.forEach(([at, value]) => (bytes[at] = value))));
        expect(code).toMatch(/^(?:read|DOCUMENT_)/);
      }),
      { numRuns: 800 },
    );
  });
});
