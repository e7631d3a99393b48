import { parsePlanSeed, parseUnitSeed, resolveUnitName, unitDirectory } from '#plan';
import { seedText, shippedRules } from '#testing';
import { reportedRhythms } from '../tasks/reported-rhythms.js';

const read = parsePlanSeed(seedText('plans/wulingyuan-2024-eight-actions.yaml'));
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const plan = read.value;
const units = parseUnitSeed(seedText('units/wulingyuan.yaml'));
if (!units.ok) throw new Error(JSON.stringify(units.problems));
const directory = unitDirectory(units.value);

const rhythms = plan.tasks.map((task) => ({
  code: task.code,
  leads: task.lead.flatMap(({ printed }) => {
    const unit = resolveUnitName(printed, directory, '2024-04-12');
    return unit.ok ? [unit.unit] : [];
  }),
  every: reportedRhythms(
    { plan: plan.planCadences, action: [], task: task.cadences, replacements: [] },
    shippedRules().policy,
  ),
}));

describe('the rhythms of the bundled plan', () => {
  it('are ten days for every task, and for seven more than that: their own text adds some', () => {
    expect(rhythms.every(({ every }) => every.includes('ten-day'))).toBe(true);
    expect(
      Object.fromEntries(
        rhythms.filter(({ every }) => every.length > 1).map(({ code, every }) => [code, every.join(' ')]),
      ),
    ).toEqual({
      'A1-02': 'week ten-day month quarter',
      'A3-11': 'ten-day month',
      'A3-12': 'ten-day year',
      'A5-08': 'ten-day quarter',
      'A7-02': 'ten-day month quarter',
      'A7-08': 'ten-day half-year year',
      'A7-11': 'ten-day quarter',
    });
  });

  it('are so many lines of its units', () => {
    const lines = new Set(
      rhythms.flatMap(({ leads, every }) => leads.flatMap((unit) => every.map((one) => `${one} ${unit}`))),
    );
    const count = (rhythm: string): number =>
      [...lines].filter((line) => line.startsWith(`${rhythm} `)).length;
    expect(
      Object.fromEntries(
        ['week', 'ten-day', 'month', 'quarter', 'half-year', 'year'].map((every) => [every, count(every)]),
      ),
    ).toEqual({ week: 1, 'ten-day': 37, month: 4, quarter: 3, 'half-year': 1, year: 2 });
  });
});
