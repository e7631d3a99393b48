import { readFileSync } from 'node:fs';
import { groupMembers, parseUnitSeed, resolveUnitName, unitDirectory } from '../index.js';

const parsed = parseUnitSeed(readFileSync('seeds/units/wulingyuan.yaml', 'utf8'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const directory = unitDirectory(parsed.value);
const find = (name: string) => resolveUnitName(name, directory);

describe('resolveUnitName', () => {
  it('finds a unit by its name, an alias, a full name, and with other widths and blanks', () => {
    for (const name of [
      '区发展和改革局',
      '区发改局',
      '武陵源区发展和改革局',
      '张家界市武陵源区发展和改革局',
      '区 发展和改革局',
    ]) {
      expect(find(name)).toMatchObject({ ok: true, unit: 'development-reform', desks: [] });
    }
  });

  it('finds the desks of a unit, whatever the brackets and the order', () => {
    for (const name of [
      '区发展和改革局〈科技、工信〉',
      '区发展和改革局〈工信、科技〉',
      '区发展和改革局(工信、科技)',
      '区发改局（工信、科技）',
    ]) {
      expect(find(name)).toMatchObject({
        ok: true,
        unit: 'development-reform',
        desks: ['industry-it', 'science-technology'],
      });
    }
    expect(find('区财政局〈区国资局〉')).toMatchObject({ unit: 'finance', desks: ['state-assets'] });
    expect(find('区国资局')).toMatchObject({ unit: 'finance', desks: ['state-assets'] });
  });

  it('takes 各乡〈街道〉 for one group, not for a unit with a desk', () => {
    expect(find('各乡〈街道〉')).toMatchObject({ ok: true, unit: 'townships', desks: [], group: true });
  });

  it('does not guess', () => {
    expect(find('区航天局')).toMatchObject({ ok: false, code: 'UNIT_UNKNOWN', printed: '区航天局' });
    expect(find('区发展和改革局〈航天〉')).toMatchObject({ ok: false, code: 'DESK_UNKNOWN' });
  });
});

describe('parseUnitSeed', () => {
  const file = (units: string): string =>
    `schema: luoshi.units/1\njurisdiction: { code: "430811", name: 甲区, fullPrefixes: [甲区], shortPrefix: 区 }\nunits:\n${units}`;

  it('reads units with their defaults', () => {
    const result = parseUnitSeed(file('  - { code: water, name: 区水利局, kind: government-department }\n'));
    expect(result).toMatchObject({
      ok: true,
      value: { units: [{ code: 'water', aliases: [], desks: [], group: false, functions: [] }] },
    });
  });

  it('reads the template that other districts begin with, with what its comments promise', () => {
    const template = parseUnitSeed(readFileSync('seeds/units/template.yaml', 'utf8'));
    if (!template.ok) throw new Error(JSON.stringify(template.problems));
    const county = unitDirectory(template.value);
    expect(resolveUnitName('示例市示例县人民政府办公室', county)).toMatchObject({
      unit: 'government-office',
    });
    expect(resolveUnitName('县发展和改革局〈工信〉', county)).toMatchObject({ desks: ['industry-it'] });
    expect(resolveUnitName('县乡村振兴局', county, '2025-01-01')).toMatchObject({
      unit: 'agriculture-rural',
    });
    expect(groupMembers('townships', county)).toEqual(['east-town', 'west-township']);
  });

  it('takes two writings of one name of a unit, and refuses them of two units', () => {
    const one = (more: string): string =>
      file(`  - { code: water, name: 区水利局, kind: other, aliases: [甲区水利局, 区 水利局] }\n${more}`);
    expect(parseUnitSeed(one(''))).toMatchObject({ ok: true });
    expect(parseUnitSeed(one('  - { code: two, name: 甲区水利局, kind: other }\n'))).toMatchObject({
      ok: false,
    });
  });

  it('refuses a name that two units claim, and a member that does not exist', () => {
    const twice = parseUnitSeed(
      file(
        '  - { code: water, name: 区水利局, kind: other }\n  - { code: water-two, name: 区水务局, aliases: [区水利局], kind: other }\n',
      ),
    );
    expect(twice).toMatchObject({
      ok: false,
      problems: [{ code: 'DataFileShape', line: 5, message: expect.stringContaining('区水利局') as string }],
    });
    const lost = parseUnitSeed(
      file('  - { code: towns, name: 各乡镇, kind: group, group: true, members: [nowhere] }\n'),
    );
    expect(lost).toMatchObject({
      ok: false,
      problems: [{ code: 'DataFileShape', line: 4, path: ['units', 0, 'members', 0] }],
    });
  });
});
