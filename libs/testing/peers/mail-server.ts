import type { AddressInfo } from 'node:net';
import type { SMTPServer } from 'smtp-server';
import { ownCertificate } from './own-certificate.js';

export interface ReceivedMail {
  from: string;
  to: string[];
  /** The message as it came, headers and all. */
  text: string;
  /** Whether it came over an encrypted connection. */
  encrypted: boolean;
  user: string | null;
}

export interface MailServerOptions {
  /** Who may send; left out: everybody. */
  login?: { user: string; password: string };
  /** Offers STARTTLS. Default: true. */
  encrypts?: boolean;
  /** Refuses an address with this reply: `{ 'gone@example.gov.cn': 550 }`. */
  refuses?: Readonly<Record<string, number>>;
}

export interface MailServer {
  port: number;
  /** Its certificate, PEM. */
  ca: string;
  received: ReceivedMail[];
  /** From now on: takes the text of a mail and says nothing more; or replies to it with such a code. */
  misbehave(how: 'silent' | 'hangUp' | number | null): void;
  close(): Promise<void>;
}

/** A mail server on this machine that speaks SMTP, keeps what it gets, and misbehaves when asked to. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { login, encrypts = true, refuses = {} } = options;
  const { SMTPServer: Server } = await import('smtp-server');
  const { key, certificate } = await ownCertificate();
  const received: ReceivedMail[] = [];
  let manner: 'silent' | 'hangUp' | number | null = null;
  const server = new Server({
    key,
    cert: certificate,
    disabledCommands: encrypts ? [] : ['STARTTLS'],
    authOptional: login === undefined,
    closeTimeout: 200,
    onAuth: ({ username, password }, _, done) => {
      if (username === login?.user && password === login?.password) done(null, { user: username ?? '' });
      else done(Object.assign(new Error('Authentication credentials invalid'), { responseCode: 535 }));
    },
    onRcptTo: ({ address }, _, done) => {
      const responseCode = refuses[address];
      if (responseCode === undefined) done();
      else done(Object.assign(new Error('No such user here'), { responseCode }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { envelope, secure, user } = session;
        if (typeof manner === 'number')
          return done(Object.assign(new Error('Not now'), { responseCode: manner }));
        received.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString('utf8'),
          encrypted: secure,
          user: typeof user === 'string' ? user : null,
        });
        if (manner === 'silent') return;
        if (manner === 'hangUp') return closeAll(server);
        return done();
      });
    },
  });
  // What a client does to its connection is that client's test.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    ca: certificate,
    received,
    misbehave: (how) => {
      manner = how;
    },
    close: () => {
      closeAll(server);
      return new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
    },
  };
}

function closeAll(server: SMTPServer): void {
  for (const connection of server.connections) connection.close();
}
