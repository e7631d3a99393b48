import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { libreOffice } from '#testing';

/** What LibreOffice makes of a workbook: saved again by it, or printed. */
export async function throughOffice(workbook: Uint8Array, to: 'xlsx' | 'pdf'): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  try {
    await mkdir(join(folder, 'out'));
    await writeFile(join(folder, 'book.xlsx'), workbook);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const where = ['--convert-to', to, '--outdir', join(folder, 'out'), join(folder, 'book.xlsx')];
    await promisify(execFile)(libreOffice ?? '', [profile, '--headless', '--norestore', ...where], {
      timeout: 120_000,
    });
    return await readFile(join(folder, 'out', `book.${to}`));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
