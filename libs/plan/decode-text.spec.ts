import iconv from 'iconv-lite';
import { decodeText } from './decode-text.js';

const TEXT = '关于印发《方案》的通知\n1.新建标准茶园500亩。(县农业农村局牵头)\n';

describe('decodeText', () => {
  it.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])('reads %s without a byte order mark', (encoding) => {
    expect(decodeText(iconv.encode(TEXT, encoding))).toBe(TEXT);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])(
    'reads %s with a byte order mark and leaves the mark out',
    (encoding) => {
      expect(decodeText(iconv.encode(TEXT, encoding, { addBOM: true }))).toBe(TEXT);
    },
  );

  it('reads no bytes as no text', () => {
    expect(decodeText(new Uint8Array())).toBe('');
  });
});
