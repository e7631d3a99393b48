import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readDocument } from '#documents';
import { hasWriter, libreOffice } from '#testing';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { checkOwnDocument } from './check/check-document.js';
import { writeDocx } from './docx/write-docx.js';
import type { OfficialDocument } from './model/official-document.js';
import { bulletin, letter, minutes } from './testing/sample-documents.js';

const verify = process.env['LUOSHI_VERIFY'] !== undefined && hasWriter;
if (!verify)
  process.stderr.write(
    'skipped: official documents are drawn by LibreOffice in CI, where it and its Writer are installed\n',
  );

/** Twenty lines of nothing but characters, so that what a line and a page hold can be counted. */
const dense: OfficialDocument = {
  ...letter(),
  body: [{ kind: 'paragraph', line: [{ kind: 'text', text: '督查落实任务进展情况'.repeat(160) }] }],
};
const DOCUMENTS = { bulletin: bulletin(), letter: letter(), minutes: minutes(), dense };

(verify ? describe : describe.skip)('a document that LibreOffice draws', () => {
  const drawn = new Map<string, Uint8Array>();
  const saved = new Map<string, Uint8Array>();

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'official-'));
    try {
      const files: string[] = [];
      for (const [name, document] of Object.entries(DOCUMENTS)) {
        files.push(path.join(folder, `${name}.docx`));
        await writeFile(files.at(-1) ?? '', await writeDocx(document));
      }
      const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
      const args = [
        profile,
        '--headless',
        '--norestore',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...files,
      ];
      await promisify(execFile)(libreOffice ?? '', args, { timeout: 240_000 });
      // As somebody saves it who opened it there.
      const again = ['--convert-to', 'docx:MS Word 2007 XML', '--outdir', path.join(folder, 'saved')];
      await promisify(execFile)(
        libreOffice ?? '',
        [profile, '--headless', '--norestore', ...again, ...files],
        { timeout: 240_000 },
      );
      for (const name of Object.keys(DOCUMENTS)) {
        drawn.set(name, await readFile(path.join(folder, `${name}.pdf`)));
        saved.set(name, await readFile(path.join(folder, 'saved', `${name}.docx`)));
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 300_000);

  const linesOf = async (name: string): Promise<string[]> => {
    const { blocks } = await readDocument(drawn.get(name) ?? new Uint8Array(), (bytes) =>
      new TextDecoder().decode(bytes),
    );
    return blocks.flatMap((block) => (block.type === 'paragraph' ? block.text.split('\n') : []));
  };

  it('is opened, its numbers of levels are there, and a letter has one page', async () => {
    expect([...drawn.keys()]).toEqual(Object.keys(DOCUMENTS));
    const text = (await linesOf('bulletin')).join('').replace(/\s/gu, '');
    for (const words of [
      '一、总体情况',
      '（二）个别单位报送不及时',
      '1.项目前期手续办理较慢',
      '抄送：区委办公室',
    ])
      expect(text).toContain(words);
    const pages = Buffer.from(drawn.get('letter') ?? [])
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/gu);
    expect(pages).toHaveLength(1);
  });

  it('is measured as before after it was saved there: nothing is off that was not, and a fault made there is found', async () => {
    for (const name of ['bulletin', 'letter', 'minutes'])
      expect([name, await checkOwnDocument(saved.get(name) ?? new Uint8Array())]).toEqual([name, []]);
    const parts = unzipSync(saved.get('bulletin') ?? new Uint8Array());
    const part = 'word/document.xml';
    const words = strFromU8(parts[part] ?? new Uint8Array());
    const fault = async (from: RegExp, to: string): Promise<string[]> => {
      expect(words).toMatch(from);
      const bytes = zipSync({ ...parts, [part]: strToU8(words.replace(from, to)) });
      return [...new Set((await checkOwnDocument(bytes)).map(({ code }) => code))];
    };
    expect(await fault(/<w:br w:type="page"\/>/gu, '')).toEqual(['ANNEX_MARK']);
    expect(await fault(/<w:top w:val="single" w:sz="8"[^>]*\/>/gu, '')).toEqual(['FOOT_RULES']);
  });

  it('has 28 characters in a line', async () => {
    const lines = (await linesOf('dense')).map((line) => line.replace(/\s/gu, ''));
    const full = lines.filter((line) => /^[督查落实任务进展情况]{20,}$/u.test(line));
    expect(full.length).toBeGreaterThan(20);
    // The last line of the paragraph is as long as it comes.
    expect(full.filter((line) => line.length !== 28).length).toBeLessThanOrEqual(2);
  });
});
