import { decodeText } from '#plan';
import { CliError } from '../cli-error.js';

/** The text of a plan document, whatever its encoding. @throws CliError FILE_INVALID for what is no plain text */
export function readPlanText(bytes: Uint8Array, file: string): string {
  const kind = binaryKind(bytes);
  if (kind !== null) {
    throw new CliError(
      'FILE_INVALID',
      `${file} 是${kind}，不是纯文本。请在原软件中另存为纯文本（.txt）后再试。`,
    );
  }
  return decodeText(bytes);
}

function binaryKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head.startsWith('%PDF')) return ' PDF 文件';
  if (head.startsWith('PK\u0003\u0004')) return ' Word、Excel 或压缩文件';
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return '旧版 Word 或 Excel 文件';
  // UTF-16 has zero bytes and says so at its beginning.
  const utf16 = /^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(head);
  return !utf16 && bytes.subarray(0, 4096).includes(0) ? '二进制文件' : null;
}
