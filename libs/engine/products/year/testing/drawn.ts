import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { hasWriter, libreOffice } from '#testing';

export interface Drawn {
  kind: string;
  pages: number;
  /** How many pages have their number at their foot; null: nobody could read it. */
  pageNumbers: number | null;
}

/** Has LibreOffice draw these documents as PDF: how many pages, how many with a number. Without its Writer: none, said aloud. */
export async function drawnByLibreOffice(
  documents: readonly { kind: string; bytes: Uint8Array }[],
): Promise<Drawn[]> {
  if (!hasWriter) {
    process.stderr.write('skipped: LibreOffice and its Writer are not installed\n');
    return [];
  }
  const kept = process.env['LUOSHI_DRAWN'];
  const folder = kept ?? (await mkdtemp(path.join(tmpdir(), 'luoshi-drawn-')));
  try {
    const files = documents.map(({ kind }) => path.join(folder, `${kind}.docx`));
    for (const [index, { bytes }] of documents.entries()) await writeFile(files[index] ?? '', bytes);
    await promisify(execFile)(
      libreOffice ?? '',
      [
        `-env:UserInstallation=file://${path.join(folder, 'profile')}`,
        '--headless',
        '--norestore',
        ...['--convert-to', 'pdf', '--outdir', folder],
        ...files,
      ],
      { timeout: 900_000 },
    );
    const drawn: Drawn[] = [];
    for (const { kind } of documents) {
      const file = path.join(folder, `${kind}.pdf`);
      const pages = (await readFile(file)).toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
      drawn.push({ kind, pages, pageNumbers: await pageNumbers(file) });
    }
    return drawn;
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** How many pages have `— n —`; read by Poppler, as the reader of plans leaves feet away. Without it, null. */
async function pageNumbers(file: string): Promise<number | null> {
  try {
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-']);
    return stdout.match(/—\s*\d+\s*—/gu)?.length ?? 0;
  } catch {
    return null;
  }
}
