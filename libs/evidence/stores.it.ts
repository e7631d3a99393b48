import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { startS3Server } from '#testing';
import { clamd, folderStore, objectKey, s3Store, StoreUnavailable, type ObjectStore } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'luoshi-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (bytes: Buffer, district = '430811'): string =>
  objectKey(district, createHash('sha256').update(bytes).digest('hex'));

async function keysOf(store: ObjectStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of store.keys()) keys.push(key);
  return keys.sort();
}

const stores: [string, () => Promise<{ store: ObjectStore; end: () => Promise<void> }>][] = [
  [
    'a folder',
    () => {
      const store = folderStore(join(folder, 'files'));
      return Promise.resolve({ store, end: () => Promise.resolve() });
    },
  ],
  [
    'a server that speaks S3',
    async () => {
      const server = await startS3Server();
      const store = await s3Store({ ...server, prefix: 'luoshi', region: 'us-east-1' });
      return { store, end: server.close };
    },
  ],
];

describe.each(stores)('%s', (_, open) => {
  let store: ObjectStore;
  let end: () => Promise<void>;
  beforeAll(async () => {
    ({ store, end } = await open());
  });
  afterAll(async () => {
    store.close();
    await end();
  });

  it('gives back what was put, byte for byte, also what is large', async () => {
    await store.check();
    for (const bytes of [Buffer.from('一'), randomBytes(5_000_000)]) {
      await store.put(file(bytes), bytes, 'text/plain');
      const found = await store.get(file(bytes));
      expect(found?.size).toBe(bytes.length);
      expect(found && (await buffer(found.content)).equals(bytes)).toBe(true);
    }
    expect(await keysOf(store)).toHaveLength(2);
  });

  it('keeps the same file once, and one of another jurisdiction apart', async () => {
    const bytes = Buffer.from('同一份文件');
    const before = (await keysOf(store)).length;
    await Promise.all([1, 2, 3].map(() => store.put(file(bytes), bytes, 'text/plain')));
    await store.put(file(bytes, '430812'), bytes, 'text/plain');
    expect(await keysOf(store)).toHaveLength(before + 2);
    await store.remove(file(bytes, '430812'));
    expect(await store.get(file(bytes, '430812'))).toBeNull();
    expect(await store.get(file(bytes))).not.toBeNull();
  });

  it('has nothing under a key that was never put, and removes it without complaint', async () => {
    const key = file(Buffer.from('没有'));
    expect(await store.get(key)).toBeNull();
    await store.remove(key);
  });

  it.each(['../x', '430811/../../x', '430811/ab', '/etc/passwd', '430811/ab/AB'])(
    'takes no key %j',
    async (key) => {
      await expect(store.put(key, Buffer.from('x'), 'text/plain')).rejects.toThrow(TypeError);
      await expect(store.get(key)).rejects.toThrow(TypeError);
    },
  );
});

describe('a folder', () => {
  it('is nobody else’s to read, and holds nothing that is half written', async () => {
    const own = join(folder, 'own');
    const store = folderStore(own);
    const bytes = Buffer.from('内部材料');
    await store.put(file(bytes), bytes, 'text/plain');
    const [district, group, name] = file(bytes).split('/') as [string, string, string];
    expect(statSync(join(own, district, group, name)).mode & 0o077).toBe(0);
    writeFileSync(join(own, district, group, '.unfinished-1'), 'halb');
    expect(await keysOf(store)).toEqual([file(bytes)]);
    expect(readdirSync(join(own, district, group))).toHaveLength(2);
  });

  it('that cannot be written says so', async () => {
    const place = join(folder, 'a-file');
    writeFileSync(place, '');
    const store = folderStore(place);
    await expect(store.check()).rejects.toThrow(StoreUnavailable);
    await expect(store.put(file(Buffer.from('x')), Buffer.from('x'), 'text/plain')).rejects.toThrow(
      StoreUnavailable,
    );
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
    expect(await keysOf(folderStore(join(folder, 'dangling')))).toEqual([]);
  });
});

describe('a bucket whose server is away', () => {
  it('says so, without the key that it is asked with', async () => {
    const store = await s3Store({
      bucket: 'evidence',
      prefix: '',
      endpoint: 'http://127.0.0.1:1',
      region: 'us-east-1',
      accessKey: 'luoshi',
      secretKey: 'geheim',
    });
    const error: unknown = await store.check().catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(StoreUnavailable);
    expect(JSON.stringify(error) + String(error)).not.toContain('geheim');
    store.close();
  });
});

describe('a virus scanner', () => {
  /** Speaks INSTREAM as clamd(8) says: takes the pieces, then answers in one line. */
  async function scannerSaying(
    answer: (bytes: Buffer) => string | null,
  ): Promise<{ server: Server; at: string }> {
    const server = createServer((socket) => {
      let came = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (part) => {
        came = Buffer.concat([came, part]);
        const pieces: Buffer[] = [];
        for (let at = 'zINSTREAM\0'.length; at + 4 <= came.length;) {
          const length = came.readUInt32BE(at);
          if (length === 0) {
            const said = answer(Buffer.concat(pieces));
            if (said === null) socket.destroy();
            else socket.end(`${said}\0`);
            return;
          }
          if (at + 4 + length > came.length) return;
          pieces.push(came.subarray(at + 4, at + 4 + length));
          at += 4 + length;
        }
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return { server, at: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }
  const closed = (server: Server): Promise<void> => new Promise((done) => server.close(() => done()));

  it('is sent the whole file, and names what it found', async () => {
    const seen: number[] = [];
    const { server, at } = await scannerSaying((bytes) => {
      seen.push(bytes.length);
      return bytes.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
    });
    const large = randomBytes(300_000);
    expect(await clamd(at).scan(large)).toBeNull();
    expect(await clamd(at).scan(Buffer.from('EICAR'))).toBe('Eicar-Test-Signature');
    expect(seen).toEqual([300_000, 5]);
    await closed(server);
  });

  it.each([['INSTREAM size limit exceeded. ERROR'], ['stream: OK\nstream: x FOUND'], [''], [null]])(
    'that answers %j has given no leave to keep the file',
    async (answer) => {
      const { server, at } = await scannerSaying(() => answer);
      await expect(clamd(at).scan(Buffer.from('x'))).rejects.toThrow(StoreUnavailable);
      await closed(server);
    },
  );

  it('that is away keeps nothing from being said so', async () => {
    await expect(clamd('tcp://127.0.0.1:1').scan(Buffer.from('x'))).rejects.toThrow(StoreUnavailable);
    await expect(clamd('unix:/nowhere/clamd.ctl').scan(Buffer.from('x'))).rejects.toThrow(StoreUnavailable);
  });
});
