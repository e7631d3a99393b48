import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const ALL_SHEETS_AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

const PATH = (process.env['PATH'] ?? '').split(delimiter);

/** LibreOffice's command, where it is installed. Looked for, not tried: asking it for its version is a process in every test file. */
export const libreOffice: string | undefined = ['soffice', 'libreoffice'].find((command) =>
  PATH.some((folder) => isExecutable(join(folder, command))),
);

/** Whether its part for texts is there as well: without it LibreOffice opens no .docx, and says nothing. */
export const hasWriter: boolean = PATH.flatMap((folder) =>
  libreOffice !== undefined && existsSync(join(folder, libreOffice)) ? [join(folder, libreOffice)] : [],
).some((command) => existsSync(join(dirname(realpathSync(command)), 'libswlo.so')));

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Opens a workbook with LibreOffice and gives the lines of each sheet, by its name, as shown. */
export async function sheetsAsShown(workbook: Uint8Array): Promise<Map<string, string[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  try {
    await writeFile(join(folder, 'book.xlsx'), workbook);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [
      profile,
      '--headless',
      '--norestore',
      '--convert-to',
      ALL_SHEETS_AS_CSV,
      '--outdir',
      folder,
      join(folder, 'book.xlsx'),
    ];
    await promisify(execFile)(libreOffice ?? '', args, { timeout: 120_000 });
    const sheets = new Map<string, string[]>();
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.csv')).sort()) {
      const lines = (await readFile(join(folder, name), 'utf8')).trimEnd().split('\n');
      sheets.set(name.slice('book-'.length, -'.csv'.length), lines);
    }
    return sheets;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
