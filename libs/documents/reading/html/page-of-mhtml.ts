const HEAD = 4096;
/** A saved page has some dozens of parts: the page, its pictures, its styles. */
const MAX_PARTS = 2_000;

/**
 * The page in a web page that was saved as one file (MHTML, RFC 2557): the bytes of its first part of HTML. Nothing for
 * other files.
 */
export function pageOfMhtml(bytes: Uint8Array): Uint8Array | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = view.toString('latin1', 0, HEAD);
  if (!/^(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+/.test(head) || !/^MIME-Version:/im.test(head))
    return undefined;
  const boundary = /multipart\/related;[^]{0,400}?boundary="?([^"\s;]+)"?/i.exec(head)?.[1];
  if (boundary === undefined) return undefined;
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  let at = view.indexOf(mark);
  for (let part = 0; at >= 0 && part < MAX_PARTS; part += 1) {
    const next = view.indexOf(mark, at + mark.length);
    const page = htmlOf(view.subarray(at + mark.length, next < 0 ? view.length : next));
    if (page) return page;
    at = next;
  }
  return undefined;
}

function htmlOf(part: Buffer): Buffer | undefined {
  const text = part.toString('latin1', 0, HEAD);
  const end = /\r?\n\r?\n/.exec(text);
  if (!end) return undefined;
  const headers = text.slice(0, end.index);
  if (!/^Content-Type:\s*text\/html/im.test(headers)) return undefined;
  const content = part.subarray(end.index + end[0].length);
  const encoding = /^Content-Transfer-Encoding:\s*(\S+)/im.exec(headers)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(content.toString('latin1'), 'base64');
  return encoding === 'quoted-printable' ? unquote(content.toString('latin1')) : content;
}

/** `=E4` is a byte, `=` at the end of a line joins it with the next one (RFC 2045, 6.7). */
function unquote(text: string): Buffer {
  const joined = text.replace(/=[ \t]*\r?\n/g, '');
  const bytes = joined.replace(/=([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}
