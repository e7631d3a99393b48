import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeWorkbook, type SheetModel } from '../index.js';

const office = ['soffice', 'libreoffice'].find((command) => {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
if (office === undefined)
  console.warn('LibreOffice is not installed: opening workbooks with it is not tested.');

const ALL_SHEETS_AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
const SHEETS: SheetModel[] = [
  {
    name: '总览',
    title: '旬台账总览',
    subtitle: '2024年5月中旬',
    columns: [
      { header: '行动', width: 30 },
      { header: '按时率', width: 10, format: '0.0"%"' },
      { header: '应报时间', width: 18 },
    ],
    rows: [
      ['=1+1', 87.5, { date: '2024-05-20', time: '17:30' }],
      ['@SUM(B4)', null, { date: '2024-05-21' }],
      ['含“引号”, 逗号 & <标签> 😀', 3, null],
      ['_x0041_', null, null],
    ],
    notes: ['-1 是注释，不是公式'],
  },
  { name: '行动一', title: '行动一', columns: [{ header: '任务', width: 20 }], rows: [], frozenColumns: 3 },
];

(office === undefined ? describe.skip : describe)('LibreOffice', () => {
  let folder = '';
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'workbook-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function convert(to: string): Promise<void> {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [
      profile,
      '--headless',
      '--norestore',
      '--convert-to',
      to,
      '--outdir',
      folder,
      join(folder, 'ledger.xlsx'),
    ];
    await promisify(execFile)(office ?? '', args, { timeout: 120_000 });
  }

  it('opens a workbook and shows every sheet with the text as it was written', async () => {
    await writeFile(join(folder, 'ledger.xlsx'), await writeWorkbook(SHEETS));
    await convert(ALL_SHEETS_AS_CSV);
    expect((await readdir(folder)).filter((name) => name.endsWith('.csv')).sort()).toEqual([
      'ledger-总览.csv',
      'ledger-行动一.csv',
    ]);
    const lines = (await readFile(join(folder, 'ledger-总览.csv'), 'utf8')).trimEnd().split('\n');
    expect(lines).toEqual([
      '旬台账总览,,',
      '2024年5月中旬,,',
      '行动,按时率,应报时间',
      '=1+1,87.5,2024-05-20 17:30:00',
      '@SUM(B4),,2024-05-21',
      '"含“引号”, 逗号 & <标签> 😀",3,',
      '_x0041_,,',
      '-1 是注释，不是公式,,',
    ]);
  });

  it('prints it', async () => {
    await convert('pdf');
    expect((await readFile(join(folder, 'ledger.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
