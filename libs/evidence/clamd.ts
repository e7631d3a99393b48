import { connect, type NetConnectOpts } from 'node:net';
import { StoreUnavailable } from './object-store.js';

/** Looks for viruses in a file before it is kept. */
export interface VirusScanner {
  /** The virus's name; null: none was found. @throws StoreUnavailable when it cannot be asked */
  scan(bytes: Uint8Array): Promise<string | null>;
}

/** clamd cuts off a stream whose pieces are larger than its own limit; this is well below any. */
const PIECE = 64 * 1024;
const WITHIN_MS = 60_000;
/** Longer is no answer of clamd. */
const ANSWER_AT_MOST = 4_096;

/**
 * ClamAV's daemon, by its INSTREAM command (clamd(8)): the command, pieces each with their length before them, a piece
 * of no length; then one line says `stream: OK` or `stream: <name> FOUND`. Everything else is no leave to keep a file.
 *
 * @param address `tcp://host:port` or `unix:/path`
 */
export function clamd(address: string): VirusScanner {
  const place = placeOf(address);
  return {
    scan: async (bytes) => {
      const answer = await asked(place, bytes);
      if (/^stream: OK$/u.test(answer)) return null;
      const found = /^stream: (?<name>.+) FOUND$/u.exec(answer)?.groups?.['name'];
      if (found !== undefined) return found;
      throw new StoreUnavailable(`clamd: ${answer.slice(0, 200)}`);
    },
  };
}

function placeOf(address: string): NetConnectOpts {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length) };
  const { hostname, port } = new URL(address);
  return { host: hostname.replace(/^\[|\]$/gu, ''), port: Number(port || '3310') };
}

function asked(place: NetConnectOpts, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(place);
    const fail = (error: Error): void => {
      socket.destroy();
      reject(new StoreUnavailable(`clamd: ${error.message}`, { cause: error }));
    };
    let answer = '';
    socket.setTimeout(WITHIN_MS, () => fail(new Error(`no answer in ${WITHIN_MS / 1000} s`)));
    socket.on('error', fail);
    socket.on('data', (part: Buffer) => {
      answer += part.toString('utf8');
      if (answer.length > ANSWER_AT_MOST) fail(new Error('an answer without end'));
    });
    socket.on('end', () => resolve(answer.replace(/[\0\n]+$/u, '')));
    socket.on('close', () => fail(new Error('hung up')));
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let from = 0; from < bytes.length; from += PIECE) {
        const piece = bytes.subarray(from, from + PIECE);
        socket.write(lengthOf(piece));
        socket.write(piece);
      }
      socket.write(lengthOf(new Uint8Array(0)));
    });
  });
}

function lengthOf(piece: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}
