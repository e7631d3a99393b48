import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DocumentRefused } from '#documents';
import { writeDocx, type OfficialDocument } from '#official';
import { checkFile } from './check-file.js';

const notice: OfficialDocument = {
  form: 'document',
  issuersMark: '武陵源区督查室',
  number: { organ: '武政督', year: 2024, serial: 1 },
  title: '关于做好台账填报的通知',
  addressees: ['区直各单位'],
  body: [{ kind: 'paragraph', line: [{ kind: 'text', text: '请按时填报。' }] }],
  annexes: [],
  signature: { issuers: ['武陵源区督查室'], date: '2024-01-08', sealed: true },
  foot: null,
};

// A guarded thread loads its modules for it: about a second.
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;
if (inCi === it.skip) process.stderr.write('skipped: luoshi document check reads a file in CI\n');

describe('luoshi document check', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'luoshi-document-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  inCi('says what is off and how to mend it, and refuses what is no document', async () => {
    const file = path.join(folder, '通知.docx');
    await writeFile(file, await writeDocx({ ...notice, number: null }));
    const { said, sound } = await checkFile(file, {});
    expect(sound).toBe(false);
    expect(said).toMatch(/^发现 1 处与公文格式不符：\n1. NUMBER_MISSING {2}全文\n.*\n.*\n {3}改法：/u);

    await writeFile(file, '');
    await expect(checkFile(file, {})).rejects.toBeInstanceOf(DocumentRefused);
  });
});
