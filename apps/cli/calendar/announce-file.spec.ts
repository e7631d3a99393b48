import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announceFile } from './announce-file.js';

const folder = mkdtempSync(join(tmpdir(), 'luoshi-calendar-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a calendar file that is to be put in force', () => {
  it('is refused with line, column and what is wrong, before anything is opened', async () => {
    const file = join(folder, 'bad.yaml');
    writeFileSync(
      file,
      'id: cn-state-council\nversion: 2\nyears:\n  2024:\n    status: published\n    worked: [2024-05-08]\n',
    );
    await expect(announceFile(file, { reason: '通知', data: join(folder, 'none') })).rejects.toMatchObject({
      code: 'FILE_INVALID',
      message: expect.stringMatching(/bad\.yaml:\d+:\d+ .*2024-05-08/) as string,
    });
  });
});
