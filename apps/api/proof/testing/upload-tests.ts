import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { asOwner } from '#testing';
import { TASKS } from '../../testing/district.js';
import { codeIn } from './matrix.js';
import type { PopulatedWorld } from './populated-world.js';
import type { RawAnswer, SignedIn } from './raw-client.js';

const MB = 1024 * 1024;
/** In the names and texts of what is hidden; nothing else on this machine is called so. */
const SLIPPED = 'luoshi-slipped-7731';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const WORD = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>一、整治河道</w:t></w:r></w:p></w:body></w:document>`;
const BOOK: Zippable = {
  'xl/workbook.xml': utf8('<workbook><sheets><sheet name="一" r:id="rId1"/></sheets></workbook>'),
};
const TYPES: Zippable = {
  '[Content_Types].xml': utf8(
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
};
/** So much of one byte packs to a thousandth. */
const swollen = (): Uint8Array => new Uint8Array(12 * MB).fill(32);
const packed = (parts: Zippable): Buffer => Buffer.from(zipSync(parts, { level: 1 }));

/** Parts that name a place outside of where they are unpacked: upwards, from the root, by other signs, as a link. */
const OUTSIDE = [
  `../../../../../../../../../../tmp/${SLIPPED}`,
  `/tmp/${SLIPPED}-root`,
  `..\\..\\..\\..\\tmp\\${SLIPPED}-back`,
  `word/../../../../../../../../../../tmp/${SLIPPED}-within`,
  `C:\\${SLIPPED}`,
];
const SLIPS: Zippable = {
  ...Object.fromEntries(OUTSIDE.map((name): [string, Uint8Array] => [name, utf8(SLIPPED)])),
  // A symbolic link of Unix: what is written through it would land where it leads.
  'word/link': [utf8('/tmp'), { os: 3, attrs: (0o120777 << 16) >>> 0 }],
  [`word/link/${SLIPPED}-link`]: utf8(SLIPPED),
};

/** What packed files can do to who unpacks them, at every place where the API takes one. */
export function uploadTests(worldOf: () => PopulatedWorld): void {
  const upload = (path: string, as: SignedIn, body: Buffer): Promise<RawAnswer> =>
    worldOf().client.send({
      method: 'POST',
      path,
      headers: { 'Content-Type': 'application/octet-stream' },
      body,
      as,
    });
  const plan = (name: string, body: Buffer): Promise<RawAnswer> =>
    upload(
      `/api/v1/plan-reviews?fileName=${encodeURIComponent(name)}`,
      worldOf().cast.headquartersOffice,
      body,
    );
  const people = (body: Buffer): Promise<RawAnswer> =>
    upload('/api/v1/accounts/import?dryRun=true', worldOf().cast.administrator, body);
  const ledger = (body: Buffer): Promise<RawAnswer> =>
    upload('/api/v1/ledgers/check', worldOf().cast.liaison, body);
  const evidence = (name: string, body: Buffer): Promise<RawAnswer> =>
    upload(
      `/api/v1/tasks/${TASKS['A1-01'].id}/evidence?name=${encodeURIComponent(name)}`,
      worldOf().cast.liaison,
      body,
    );

  test('a packed file whose parts are named to land elsewhere writes nothing anywhere (zip slip)', async () => {
    const { db, filesFolder } = worldOf();
    const word = packed({ ...TYPES, ...SLIPS, 'word/document.xml': utf8(WORD) });
    const book = packed({ ...BOOK, ...SLIPS });
    // What can be read of them is read, from memory.
    const read = await plan('带路径的方案.docx', word);
    expect(read.status).toBe(201);
    expect((await people(book)).status).toBeLessThan(500);
    expect(codeIn((await ledger(book)).text)).toBe('LedgerNotTaken');
    const kept = await evidence('带路径的佐证.docx', word);
    expect(kept.status).toBe(201);

    const places = [tmpdir(), '/tmp', '/', process.cwd(), join(process.cwd(), '..')];
    expect(places.flatMap((place) => readdirSync(place)).filter((name) => name.includes(SLIPPED))).toEqual(
      [],
    );
    const files = allFiles(filesFolder);
    expect(files.filter((path) => path.includes(SLIPPED))).toEqual([]);
    // Evidence lies there as it came, in one piece, under its own digest.
    const { sha256 } = JSON.parse(kept.text) as { sha256: string };
    const [whole] = files.filter((path) => path.endsWith(sha256));
    expect(readFileSync(whole ?? '').equals(word)).toBe(true);
    const { rows } = await asOwner(db.ownerUrl, (owner) =>
      owner.query('select 1 from luoshi.plan_document where text like $1', [`%${SLIPPED}%`]),
    );
    expect(rows).toEqual([]);
  });

  test('a packed file that swells is refused before it is large, wherever it is sent (zip bomb)', async () => {
    const { filesFolder, client, cast } = worldOf();
    const before = bytesIn(filesFolder);
    const bombs: [string, Buffer][] = [
      ['正文.docx', packed({ ...TYPES, 'word/document.xml': swollen() })],
      ['单元格.xlsx', packed({ ...BOOK, 'xl/worksheets/sheet1.xml': swollen() })],
      ['类型.docx', packed({ '[Content_Types].xml': swollen(), 'word/document.xml': utf8(WORD) })],
    ];
    for (const [name, bomb] of bombs) {
      expect(bomb.length).toBeLessThan(MB);
      const asPlan = await plan(name, bomb);
      // A part that nobody reads stays packed.
      if (name === '类型.docx') expect(asPlan.status).toBe(201);
      else expect([asPlan.status, codeIn(asPlan.text)]).toEqual([422, 'DOCUMENT_EXPANDS_TOO_MUCH']);
      const asLedger = await ledger(bomb);
      expect([name, asLedger.status, codeIn(asLedger.text)]).toEqual([
        name,
        422,
        name.endsWith('.xlsx') ? 'DOCUMENT_EXPANDS_TOO_MUCH' : 'DOCUMENT_KIND_UNKNOWN',
      ]);
      const asList = await people(bomb);
      expect([name, asList.status >= 400 && asList.status < 500]).toEqual([name, true]);
      // Evidence is kept as it came or not at all; nobody here unpacks it.
      const kept = await evidence(name, bomb);
      expect([name, [201, 415, 422].includes(kept.status)]).toEqual([name, true]);
    }
    const most = bombs.reduce((sum, [, bomb]) => sum + bomb.length, 0);
    expect(bytesIn(filesFolder) - before).toBeLessThanOrEqual(most);
    expect((await client.send({ method: 'GET', path: '/readyz', as: cast.liaison })).status).toBe(200);
    expect(worldOf().errors.splice(0)).toEqual([]);
  }, 120_000);
}

const allFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const bytesIn = (folder: string): number =>
  allFiles(folder).reduce((sum, path) => sum + statSync(path).size, 0);
