import { describe, expect, it } from '@jest/globals';
import { FINDING_CODES } from '#engine';
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { projectPath } from '../project-path.js';
import { codesTable } from './codes-page.js';

const PAGE = projectPath('docs', 'operations.md');
const PLACE = /(<!-- codes: begin -->\n)([\s\S]*?)(<!-- codes: end -->)/;

describe('the page of operations', () => {
  it('lists every code of doctor and auditor as the program has it', async () => {
    const page = readFileSync(PAGE, 'utf8');
    const options = { parser: 'markdown', printWidth: 120 } as const;
    const written = `\n${await format(codesTable(), options)}\n`;
    if (process.env['UPDATE_DOCS'] !== undefined)
      writeFileSync(PAGE, page.replace(PLACE, `$1${written.replaceAll('$', '$$$$')}$3`));
    const squeezed = (text: string): string => text.replace(/[ -]+/g, ' ').trim();
    expect(squeezed(PLACE.exec(readFileSync(PAGE, 'utf8'))?.[2] ?? '')).toBe(squeezed(written));
    for (const code of FINDING_CODES) expect(written).toContain(`\`${code}\``);
  });
});
