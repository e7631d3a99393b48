import PostalMime from 'postal-mime';

/** What a mail server reports of a mail that it had taken over (RFC 3464). */
export interface Bounce {
  /** Of the letter: it stands in our Message-ID and in `X-Luoshi-Key`, which servers send back. */
  letterKey: string;
  /** `forNow`: the server goes on trying; `forGood`: it has given up. */
  failed: 'forNow' | 'forGood';
  /** The address itself is wrong or closed: nothing should be sent there any more. */
  addressIsWrong: boolean;
  /** In the server's words. */
  reason: string;
}

/** Where a report is longer, what matters stands in front: headers and status come before the mail that is sent back. */
const MOST_BYTES = 5 * 1024 * 1024;

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * Reads a delivery status notification as it came from the mail server. Null: it is none, or not of a mail of ours.
 * Of several addressees the first that failed counts: our letters have one.
 */
export async function readBounce(mail: Uint8Array): Promise<Bounce | null> {
  const parts = await partsOf(mail.subarray(0, MOST_BYTES));
  const status = parts.get('message/delivery-status');
  if (status === undefined) return null;
  const [perMessage, ...recipients] = fieldsOf(status);
  const report = recipients.find((fields) => /^(failed|delayed)/iu.test(fields.get('action') ?? ''));
  const original = parts.get('message/rfc822') ?? parts.get('text/rfc822-headers') ?? '';
  const letterKey = keyOf(perMessage?.get('original-envelope-id'), original);
  if (report === undefined || letterKey === null) return null;
  const words = /^[\w-]+;\s*([^]*)$/u.exec(report.get('diagnostic-code') ?? '')?.[1]?.trim() ?? '';
  const code = statusOf(report.get('status'), words);
  const failed = /^delayed/iu.test(report.get('action') ?? '') ? 'forNow' : 'forGood';
  return {
    letterKey,
    failed,
    addressIsWrong: failed === 'forGood' && WRONG_ADDRESS.test(code),
    reason: `${code} ${words}`.trim().slice(0, 300) || '对方邮件服务器退信',
  };
}

/** RFC 3463: bad or closed mailbox, no such host. A full one (5.2.2), a refused text (5.6, 5.7) may be otherwise next time. */
const WRONG_ADDRESS = /^5\.(0\.0|1\.\d+|2\.1|4\.4)$/u;

/** Many servers give 5.0.0 and say in words what it is. */
function statusOf(status: string | undefined, words: string): string {
  const given = /\d\.\d{1,3}\.\d{1,3}/u.exec(status ?? '')?.[0] ?? '';
  if (given !== '' && !/^\d\.0\.0$/u.test(given)) return given;
  return /\b[245]\.\d{1,3}\.\d{1,3}\b/u.exec(words)?.[0] ?? given;
}

function keyOf(envelopeId: string | undefined, original: string): string | null {
  const [head = ''] = original.split(/\r?\n\r?\n/u);
  const found =
    new RegExp(`^X-Luoshi-Key:\\s*(${UUID})\\s*$`, 'imu').exec(head) ??
    new RegExp(`^Message-ID:\\s*<(${UUID})@`, 'imu').exec(head) ??
    new RegExp(`^(${UUID})$`, 'iu').exec(envelopeId ?? '');
  return found?.[1]?.toLowerCase() ?? null;
}

/** The first part of each type, as text. */
async function partsOf(mail: Uint8Array): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  const options = { attachmentEncoding: 'arraybuffer', forceRfc822Attachments: true } as const;
  const read = await PostalMime.parse(mail, options).catch(() => null);
  for (const { mimeType, content } of read?.attachments ?? []) {
    if (parts.has(mimeType)) continue;
    parts.set(mimeType, typeof content === 'string' ? content : new TextDecoder().decode(content));
  }
  return parts;
}

/** Groups of `Name: value`, names in small letters; an empty line ends a group, a line that begins with a space goes on. */
function fieldsOf(text: string): ReadonlyMap<string, string>[] {
  return text
    .replace(/\r\n/gu, '\n')
    .trim()
    .split(/\n\s*\n/u)
    .map(
      (group) =>
        new Map(
          group
            .replace(/\n[ \t]+/gu, ' ')
            .split('\n')
            .flatMap((line) => {
              const [, name, value] = /^([\w-]+):\s*(.*)$/u.exec(line) ?? [];
              return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()]];
            }),
        ),
    );
}
