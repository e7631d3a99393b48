import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  attachSource,
  decodeText,
  extractPlan,
  parsePlanSeed,
  parseUnitSeed,
  type PlanSeed,
  type PlanSeedFacts,
  resolveUnitName,
  sourceHash,
  toPlanSeed,
  unitDirectory,
  writePlanSeed,
} from '../index.js';

const SEED = readFileSync('seeds/plans/wulingyuan-2024-eight-actions.yaml', 'utf8');
const SOURCE = '../shared/plans/wulingyuan-2024-eight-actions.txt';
const available = existsSync(SOURCE);
if (!available) process.stderr.write('skipped: the published plan is not beside the checkout (../shared)\n');

function bundled(): PlanSeed {
  const parsed = parsePlanSeed(SEED);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

describe('the bundled plan', () => {
  const plan = bundled();

  it('has its 149 tasks in eight actions, each with a title or a short label of our own', () => {
    expect(plan.actions).toHaveLength(8);
    expect(plan.tasks).toHaveLength(149);
    expect(plan.tasks.filter((task) => task.label !== undefined)).toHaveLength(34);
  });

  it('leaves exactly 24 tasks without a lead, for a person to assign', () => {
    expect(plan.tasks.filter((task) => task.needsAssignment)).toHaveLength(24);
    expect(plan.tasks.filter((task) => task.lead.length === 0)).toHaveLength(24);
  });

  it('gives every task a date, and the plan its rhythm', () => {
    expect(plan.tasks.every((task) => task.deadlines.length > 0)).toBe(true);
    expect(plan.planCadences).toHaveLength(7);
    expect(plan.headquarters).toMatchObject({ convener: '区长', officeUnit: '区政府办' });
  });

  it('holds no sentences of the text', () => {
    const strings = stringsOf({ ...plan, document: null });
    expect(strings.filter((text) => /[。；]/.test(text))).toEqual([]);
    expect(
      Math.max(...strings.filter((text) => text !== plan.sourceHash).map((text) => text.length)),
    ).toBeLessThanOrEqual(40);
  });

  it('names only units that the directory knows', () => {
    const units = parseUnitSeed(readFileSync('seeds/units/wulingyuan.yaml', 'utf8'));
    if (!units.ok) throw new Error(JSON.stringify(units.problems));
    const directory = unitDirectory(units.value);
    const forces = [plan.headquarters, ...plan.actions.map((action) => action.taskForce)].flatMap((force) =>
      force ? [force] : [],
    );
    const named = [
      ...plan.tasks.flatMap((task) =>
        [...task.lead, ...task.support].flatMap(({ printed, canonical }) => [printed, canonical]),
      ),
      ...forces.flatMap((force) => [
        ...force.memberUnits,
        force.officeUnit,
        ...force.workingGroups.map((group) => group.leadUnit),
      ]),
    ];
    expect(new Set(named).size).toBeGreaterThanOrEqual(92);
    expect(
      [...new Set(named)].map((name) => resolveUnitName(name, directory)).filter(({ ok }) => !ok),
    ).toEqual([]);
  });

  it('is written and read back without change', () => {
    expect(parsePlanSeed(writePlanSeed(plan, ' again'))).toEqual({ ok: true, value: plan });
  });
});

(available ? describe : describe.skip)('the bundled plan and its source', () => {
  it('is what the extraction of the published text gives', () => {
    const bytes = readFileSync(SOURCE);
    const facts = parse(readFileSync('seeds/plans/sources/wulingyuan-2024.yaml', 'utf8')) as PlanSeedFacts;
    const text = decodeText(bytes);
    const made = toPlanSeed(extractPlan(text), {
      ...facts,
      sourceHash: sourceHash(bytes),
      sourceLength: [...text].length,
    });
    expect(bundled()).toEqual(made);
  });

  it('belongs to that file and to no other', () => {
    const bytes = readFileSync(SOURCE);
    expect(attachSource(bundled(), bytes)).toMatchObject({ ok: true });
    expect(attachSource(bundled(), bytes.subarray(1))).toMatchObject({
      ok: false,
      code: 'SOURCE_HASH_MISMATCH',
    });
  });
});

describe('parsePlanSeed', () => {
  it('says in Chinese what is wrong, and at which line and column', () => {
    const wrong = SEED.replace('needsAssignment: false', 'needsAssignment: maybe');
    const line = wrong.slice(0, wrong.indexOf('maybe')).split('\n').length;
    expect(parsePlanSeed(wrong)).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'DataFileShape',
          line,
          column: 22,
          path: ['tasks', 0, 'needsAssignment'],
          message: expect.stringContaining('tasks.0.needsAssignment') as string,
        },
      ],
    });
  });

  it('refuses what is no YAML, with the place', () => {
    expect(parsePlanSeed('schema: luoshi.plan/1\nid: [')).toMatchObject({
      ok: false,
      problems: [{ code: 'DataFileSyntax', line: 2 }],
    });
  });

  it('refuses a task that is listed twice, an unknown action, and a task with both a title and a label', () => {
    const plan = bundled();
    const [first] = plan.tasks;
    if (!first) throw new Error('the plan has tasks');
    const text = writePlanSeed(
      { ...plan, tasks: [first, first, { ...first, code: 'A1-99', action: 'A9', label: '另一个名称' }] },
      '',
    );
    const parsed = parsePlanSeed(text);
    const messages = parsed.ok ? [] : parsed.problems.map(({ message }) => message).join('\n');
    expect(messages).toContain('label');
    const later = parsePlanSeed(
      writePlanSeed({ ...plan, tasks: [first, first, { ...first, code: 'A1-99', action: 'A9' }] }, ''),
    );
    expect(later.ok ? [] : later.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('重复'),
      expect.stringContaining('没有编号为 A9 的行动'),
    ]);
  });
});

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
