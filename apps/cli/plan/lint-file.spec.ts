import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { lintFile } from './lint-file.js';

const file = path.join(mkdtempSync(path.join(tmpdir(), 'lint-')), '方案.txt');
writeFileSync(
  file,
  '武陵源区人民政府办公室关于印发《2024年绿色村庄行动方案》的通知\n一、重点任务\n1.种好行道树。2月30日前栽种500株。（区林业局牵头，区航天局配合）\n2.加强宣传引导。（区农业农村局、区林业局按职责分工负责）\n',
);

describe('plan lint', () => {
  test('lists what is to be settled, task by task', async () => {
    const text = await lintFile(file, {});
    expect(text).toMatch(/^2 项任务，有 \d+ 处请先处理：\n {2}任务 +代码/);
    expect(text).toMatch(/A1-01 +NO_SUCH_DAY +“2月30日”/);
    expect(text).toMatch(/A1-02 +NO_LEAD/);
    expect(text).not.toContain('区航天局');
  });

  test('looks names up in a unit directory', async () => {
    const answer = JSON.parse(await lintFile(file, { json: true, units: 'seeds/units/wulingyuan.yaml' })) as {
      tasks: number;
      findings: { code: string; task: string; message: string }[];
    };
    expect(answer.tasks).toBe(2);
    const unknown = answer.findings.filter(({ code }) => code === 'UNIT_UNKNOWN');
    expect(unknown).toMatchObject([
      { task: 'A1-01', message: expect.stringContaining('区航天局') as unknown },
    ]);
  });
});
