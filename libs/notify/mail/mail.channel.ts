import { PassThrough } from 'node:stream';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import {
  failedForGood,
  failedForNow,
  outcomeUnknown,
  sent,
  type Attempt,
  type Channel,
  type Letter,
} from '../channel.js';

export const mailSettingsSchema = z
  .object({
    host: z.string().min(1),
    port: z.number().int().min(1).max(65_535).default(587),
    /** `starttls`: begins plain and must become encrypted; `tls`: encrypted from the start; `none`: a relay inside the house. */
    encryption: z.enum(['starttls', 'tls', 'none']).default('starttls'),
    user: z.string().optional(),
    password: z.string().optional(),
    /** Who it comes from: `督查室 <ducha@example.gov.cn>`. */
    from: z.string().min(3),
    /** A certificate authority of the house, PEM. */
    ca: z.string().optional(),
    sendsPerMinute: z.number().int().min(1).max(6_000).default(120),
    withinMs: z.number().int().min(1_000).max(120_000).default(20_000),
  })
  .strict();
export type MailSettings = z.infer<typeof mailSettingsSchema>;

/** E-mail by SMTP. The Message-ID is made of the letter's key: a repeat is the same message to every mail server. */
export function mailChannel(settings: MailSettings): Channel {
  const { host, port, encryption, user, password, ca, withinMs, from } = settings;
  const transport = createTransport({
    host,
    port,
    pool: true,
    maxConnections: 2,
    // Trying again is ours to decide, and to count.
    maxRequeues: 0,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    ...(ca === undefined ? {} : { tls: { ca } }),
    connectionTimeout: withinMs,
    greetingTimeout: withinMs,
    socketTimeout: withinMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  /** Letters whose whole text has gone to the server: if no reply comes now, nobody knows whether they arrived. */
  const handedOut = new Set<string>();
  transport.use('stream', (mail, done) => {
    const { messageId } = mail.data;
    const last = new PassThrough({
      flush: (flushed) => {
        if (messageId !== undefined) handedOut.add(messageId);
        flushed();
      },
    });
    mail.message.transform(last);
    done();
  });
  return {
    limits: [{ sends: settings.sendsPerMinute, withinMs: 60_000 }],
    send: async (letter, address) => {
      const messageId = `<${letter.idempotencyKey}@${domainOf(from)}>`;
      try {
        await transport.sendMail({
          // As an object: what stands in an address is never read as a list, a name or a header.
          to: { name: '', address },
          from,
          messageId,
          subject: letter.title,
          text: textOf(letter),
          // Servers that can are asked to report what they cannot deliver, with the headers alone.
          dsn: { id: letter.idempotencyKey, return: 'headers', notify: ['failure'], recipient: address },
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Luoshi-Key': letter.idempotencyKey },
        });
        return sent(messageId);
      } catch (error) {
        return attemptOf(error as SmtpError, handedOut.has(messageId));
      } finally {
        handedOut.delete(messageId);
      }
    },
    close: () => {
      transport.close();
      return Promise.resolve();
    },
  };
}

/** Mail programmes drop a repeat by its Message-ID; where they do not, the text says what it may be. */
const textOf = ({ body, link, again }: Letter): string =>
  [
    again ? '（此前一次发送结果不明，本邮件可能重复。）' : '',
    body.trim(),
    link === null ? '' : `查看办理：${link}`,
    '本邮件由系统自动发送，请勿直接回复。',
  ]
    .filter((part) => part !== '')
    .join('\n\n');

const domainOf = (from: string): string => /@([\w.-]+)/u.exec(from)?.[1] ?? 'localhost';

interface SmtpError extends Error {
  code?: string;
  /** Of the socket below, where nodemailer put a code of its own in front. */
  originalCode?: string;
  responseCode?: number;
  command?: string;
}

/** What an error of SMTP means: replies 4yz are transient, 5yz permanent (RFC 5321, 4.2.1). */
function attemptOf(error: SmtpError, handedOut: boolean): Attempt {
  const { code, responseCode, command } = error;
  const reason = error.message.slice(0, 300);
  if (code === 'EAUTH' || code === 'ENOAUTH' || responseCode === 535 || responseCode === 530)
    return responseCode !== undefined && responseCode < 500
      ? failedForNow('PeerInTrouble', `邮件服务器暂时不能登录：${reason}`)
      : failedForGood('CredentialsRefused', `邮件服务器拒绝了用户名或口令：${reason}`);
  if (code === 'ETLS' || code === 'EREQUIRETLS' || isCertificate(error.originalCode ?? code))
    return failedForGood('EncryptionRefused', `无法建立加密连接：${reason}`);
  if (responseCode !== undefined) {
    if (responseCode < 500) return failedForNow('PeerInTrouble', `邮件服务器暂不受理：${reason}`);
    return command === 'DATA'
      ? failedForGood('ContentRefused', `邮件服务器拒收：${reason}`)
      : failedForGood('AddressRefused', `收件地址被拒：${reason}`);
  }
  if (code === 'EENVELOPE') return failedForGood('AddressRefused', `收件地址不对：${reason}`);
  if (handedOut) return outcomeUnknown('NotAnswered', `邮件已发出，未收到应答：${reason}`);
  return failedForNow('Unreachable', `连接不上邮件服务器：${reason}`);
}

const isCertificate = (code: string | undefined): boolean =>
  code !== undefined && /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/u.test(code);
