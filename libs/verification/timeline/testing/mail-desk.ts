import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { PeerMood } from './faults.js';

/** One mail as its server has it. */
export interface TakenMail {
  /** `who@life.example`. */
  address: string;
  key: string;
  title: string;
  again: boolean;
}

/** A mail server on this machine for everybody of every life, in the mood that it is told for each mail. */
export async function startMailDesk(
  take: (mail: TakenMail) => PeerMood | null,
): Promise<{ port: number; close(): Promise<void> }> {
  const server: SMTPServer = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 200,
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(parts)).then(({ headers, subject = '', text = '' }) => {
          const mood = take({
            address: session.envelope.rcptTo[0]?.address ?? '',
            key: headers.find(({ key }) => key === 'x-luoshi-key')?.value ?? '',
            title: subject,
            again: text.includes('可能重复'),
          });
          if (mood === 'silent') return;
          if (mood === 'hangUp') {
            for (const connection of server.connections)
              if (connection.session.id === session.id) connection.close();
            return;
          }
          // 500 and 429 of the web are what 451 and 452 are of mail: not now.
          if (mood === null) done();
          else done(Object.assign(new Error('Not now'), { responseCode: mood === 500 ? 451 : 452 }));
        });
      });
    },
  });
  // What a client does to its connection is part of the story.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => {
      for (const connection of server.connections) connection.close();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
