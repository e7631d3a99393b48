import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeText } from './decode-text.js';

const TEXT = '关于印发《方案》的通知\n1.新建标准茶园500亩。(县农业农村局牵头)\n';
const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];
const SHORT = [
  '任务',
  '一、总则',
  '县水利局',
  '清淤。',
  '联通',
  '1.整治河道',
  'A区：王村',
  '年底前完成5公里',
  '完成100%',
];

describe('decodeText', () => {
  it.each(ENCODINGS)('reads %s without a byte order mark', (encoding) => {
    expect(decodeText(iconv.encode(TEXT, encoding))).toBe(TEXT);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])(
    'reads %s with a byte order mark and leaves the mark out',
    (encoding) => {
      expect(decodeText(iconv.encode(TEXT, encoding, { addBOM: true }))).toBe(TEXT);
    },
  );

  it.each(ENCODINGS)('reads %s of a few characters', (encoding) => {
    expect(SHORT.map((text) => decodeText(iconv.encode(text, encoding)))).toEqual(SHORT);
  });

  it.each(ENCODINGS)('reads %s in which hardly any character is Chinese', (encoding) => {
    const text = `${'Project A1: 100 units by 2025-06-30; owner X.\r\n'.repeat(50)}责任单位：县水利局\r\n`;
    expect(decodeText(iconv.encode(text, encoding))).toBe(text);
  });

  it.each(ENCODINGS)('reads whatever Chinese text is written in %s', (encoding) => {
    const han = fc
      .tuple(fc.integer({ min: 0xb0, max: 0xd6 }), fc.integer({ min: 0xa1, max: 0xfe }))
      .map((bytes) => iconv.decode(Uint8Array.from(bytes), 'gb2312'));
    const sign = fc.oneof(
      { weight: 12, arbitrary: han },
      { weight: 2, arbitrary: fc.constantFrom(...'，。、；：（）《》〔〕“”—') },
      { weight: 2, arbitrary: fc.constantFrom(...'0123456789%-. \nABkm') },
    );
    const text = fc.array(sign, { minLength: 8, maxLength: 300 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, (written) => {
        fc.pre((written.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4);
        const bytes = iconv.encode(written, encoding);
        // What is ASCII to the last byte is nothing else.
        fc.pre(bytes.some((byte) => byte >= 0x7f || byte < 0x09));
        expect(decodeText(bytes)).toBe(written);
      }),
      // The same texts in every run: a few signs at random may read as well in another encoding.
      { numRuns: 500, seed: 2024 },
    );
  });

  it('does not take UTF-16 for ASCII with controls in it', () => {
    expect(decodeText(iconv.encode('、《啊啊场汞、啊', 'utf-16le'))).toBe('、《啊啊场汞、啊');
  });

  it('reads a file with a few broken bytes as what most of it is', () => {
    for (const encoding of ['utf-8', 'gb18030']) {
      const bytes = iconv.encode(TEXT.repeat(20), encoding);
      bytes[bytes.length - 200] = 0xff;
      expect(decodeText(bytes)).toContain(TEXT.repeat(10));
    }
  });

  it('reads characters that GB2312 does not have, and does not take a text of another script for Chinese', () => {
    for (const text of ['镕玥喆昇祎瑄珺堃等人负责清淤工作', 'Обычный русский текст о каналах'])
      expect(decodeText(iconv.encode(text, 'utf-8'))).toBe(text);
    const rare = '镕玥喆昇祎瑄珺堃等人负责清淤工作';
    expect(decodeText(iconv.encode(rare, 'gb18030'))).toBe(rare);
  });

  it('reads no bytes as no text, and any bytes as some text', () => {
    expect(decodeText(new Uint8Array())).toBe('');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof decodeText(bytes) === 'string'),
    );
  });
});
