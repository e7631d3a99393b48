import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '#config';
import { secretKey } from './secret-key.js';

describe('the key of the data folder', () => {
  let dataDir: string;
  let config: Config;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'luoshi-secret-'));
    config = { ...readConfig({}), dataDir };
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is one for all who need it first at once, and is there whole under its name or not at all', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => secretKey(config)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    // What it was written to first is not left lying about.
    expect(readdirSync(dataDir)).toEqual(['secret.key']);
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(await secretKey(config)).toEqual(keys[0]);
  });

  it('is not replaced where it is damaged: what it sealed would be lost', async () => {
    writeFileSync(join(dataDir, 'secret.key'), 'half');
    await expect(secretKey(config)).rejects.toMatchObject({ code: 'SECRET_KEY_INVALID' });
    expect(readFileSync(join(dataDir, 'secret.key'), 'utf8')).toBe('half');
  });
});
