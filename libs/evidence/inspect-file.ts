import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { EvidenceRefused } from './evidence-refused.js';

export interface Inspected {
  /** As it is shown and offered for saving: no folder, no control character. */
  name: string;
  mediaType: string;
  size: number;
  /** Lower-case hexadecimal. */
  sha256: string;
}

/** What may be kept: what it is called on screens, the type it is served as, its endings, what it is found to be by its content. */
export const EVIDENCE_KINDS = [
  kind('PDF', 'application/pdf', ['pdf']),
  kind('图片', 'image/jpeg', ['jpg', 'jpeg']),
  kind('图片', 'image/png', ['png']),
  kind('图片', 'image/webp', ['webp']),
  kind('图片', 'image/gif', ['gif']),
  kind('Word', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['docx']),
  kind('Excel', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['xlsx']),
  kind('PowerPoint', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', ['pptx']),
  kind('旧版 Office、WPS', 'application/x-cfb', ['doc', 'xls', 'ppt', 'wps', 'et', 'dps']),
  kind('OFD', 'application/ofd', ['ofd']),
  kind('视频', 'video/mp4', ['mp4', 'm4v']),
  kind('文本', 'text/plain', ['txt', 'csv', 'md']),
] as const;

function kind(label: string, mediaType: string, endings: readonly string[]) {
  return { label, mediaType, endings };
}

const NAME_AT_MOST = 200;

/**
 * What a file is: by its content, whatever it is called. Its name has to go with that, so that who opens it gets what the
 * name promises.
 *
 * @throws EvidenceRefused EvidenceEmpty, EvidenceNameInvalid, EvidenceKindUnknown, EvidenceKindDiffers
 */
export async function inspectFile(givenName: string, bytes: Uint8Array): Promise<Inspected> {
  const name = checkedName(givenName);
  if (bytes.length === 0) throw new EvidenceRefused('EvidenceEmpty', `“${name}”是空文件，请检查后重新上传。`);
  const mediaType = await mediaTypeOf(bytes);
  const found = EVIDENCE_KINDS.find((one) => one.mediaType === mediaType);
  if (found === undefined)
    throw new EvidenceRefused(
      'EvidenceKindUnknown',
      `“${name}”不是可以上传的格式。可以上传：${[...new Set(EVIDENCE_KINDS.map(({ label }) => label))].join('、')}。`,
    );
  const ending = /\.(?<ending>[^.]+)$/u.exec(name)?.groups?.['ending']?.toLowerCase() ?? '';
  if (!found.endings.includes(ending))
    throw new EvidenceRefused(
      'EvidenceKindDiffers',
      `“${name}”的内容是${found.label}（.${found.endings.join('、.')}），与文件名的后缀不符。请用原程序另存后上传。`,
    );
  return {
    name,
    mediaType: found.mediaType,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** Control characters, what turns the direction of writing, and what separates folders anywhere. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const NOT_IN_NAMES = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069/\\:*?"<>|]/u;

/** A surrogate without the other half is no character. */
const HALF_A_PAIR = /\p{Surrogate}/u;

function checkedName(given: string): string {
  const name = given.normalize('NFC').trim();
  if (
    name === '' ||
    name.length > NAME_AT_MOST ||
    NOT_IN_NAMES.test(name) ||
    /^\.+/u.test(name) ||
    HALF_A_PAIR.test(name)
  )
    throw new EvidenceRefused(
      'EvidenceNameInvalid',
      `文件名不能为空、超过${NAME_AT_MOST}字、以点开头，也不能含有 / \\ : * ? " < > | 和控制字符。请改名后上传。`,
    );
  return name;
}

async function mediaTypeOf(bytes: Uint8Array): Promise<string | null> {
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? null;
  if (found === 'application/zip' && holdsOfd(bytes)) return 'application/ofd';
  if (found !== null) return found;
  return isText(bytes) ? 'text/plain' : null;
}

/** GB/T 33190: the package's root document is called so. */
const holdsOfd = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes('OFD.xml');

/** Text of UTF-8 or GB 18030 without any control character but those of lines and columns. */
function isText(bytes: Uint8Array): boolean {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // eslint-disable-next-line no-control-regex -- they are what is looked for
      return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u.test(text);
    } catch {
      // Not of this encoding.
    }
  }
  return false;
}
