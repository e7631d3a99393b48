import fc from 'fast-check';
import { EvidenceRefused, inspectFile } from './index.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

const refusal = async (name: string, bytes: Uint8Array): Promise<string> => {
  try {
    await inspectFile(name, bytes);
    return 'taken';
  } catch (error) {
    if (error instanceof EvidenceRefused) return error.code;
    throw error;
  }
};

describe('a file that is handed in', () => {
  it('is told by its content, and named by its SHA-256', async () => {
    expect(await inspectFile('现场照片.PNG', PNG)).toEqual({
      name: '现场照片.PNG',
      mediaType: 'image/png',
      size: PNG.length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
    expect((await inspectFile('批复.pdf', PDF)).mediaType).toBe('application/pdf');
    expect((await inspectFile('台账.csv', Buffer.from('任务,进度\nA1-01,70\n'))).mediaType).toBe(
      'text/plain',
    );
  });

  it('of another kind than its name says is refused, whatever it claims to be', async () => {
    expect(await refusal('照片.jpg', PNG)).toBe('EvidenceKindDiffers');
    expect(await refusal('页面.html', Buffer.from('<script>alert(1)</script>'))).toBe('EvidenceKindDiffers');
    expect(
      await refusal('图.svg', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')),
    ).toBe('EvidenceKindUnknown');
    expect(await refusal('程序.pdf', Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1'))).toBe(
      'EvidenceKindUnknown',
    );
    expect(await refusal('脚本.txt', Buffer.from([0x23, 0x21, 0, 1, 2]))).toBe('EvidenceKindUnknown');
  });

  it('that is empty is refused', async () => {
    expect(await refusal('空.pdf', new Uint8Array())).toBe('EvidenceEmpty');
  });

  it.each([
    '../../etc/passwd.png',
    '..\\windows.png',
    'a\u0000.png',
    'a\r\nX-Header: 1.png',
    '‮gnp.exe.png',
    '.png',
    '',
    `${'长'.repeat(200)}.png`,
    '\ud800.png',
  ])('is refused under the name %j', async (name) => {
    expect(await refusal(name, PNG)).toBe('EvidenceNameInvalid');
  });

  it('ends in a kind or a refusal, whatever is sent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.uint8Array({ maxLength: 300 }),
        async (name, bytes) => {
          expect(await refusal(name, bytes)).toMatch(/^(taken|Evidence\w+)$/u);
        },
      ),
      { numRuns: 300 },
    );
  });
});
