import { existsSync, readFileSync } from 'node:fs';
import { decodeText, type Extraction, extractionSchema, extractPlan, readClauseText } from './index.js';

const SHARED = '../shared';
const PLAN = `${SHARED}/plans/wulingyuan-2024-eight-actions.txt`;
const available = existsSync(PLAN);
if (!available)
  process.stderr.write('skipped: the published plans are not beside the checkout (../shared)\n');

interface GoldTask {
  id: string;
  title: string | null;
  titleOptional: boolean;
  section: string;
  start: number;
  end: number;
  effectiveLead: string[];
  responsibility: { raw: string; lead: string[]; support: string[]; mode: string; openEnded: boolean }[];
  cadences: Item[];
  deadlines: Item[];
  indicators: Item[];
}
interface Item {
  kind?: string;
  every?: string;
  date?: string;
  value?: number;
  unit?: string;
  comparator?: string;
  optional?: boolean;
}
interface Gold {
  document: Extraction['document'];
  actions: {
    code: string;
    name: string;
    goals: Item[];
    taskForce: { convener: string; officeUnit: string; deputyConveners: string[]; memberUnits: string[] };
  }[];
  tasks: GoldTask[];
  planLevel: { goals: Item[]; cadences: Item[] };
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const squash = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/\s/g, '').replaceAll('<', '〈').replaceAll('>', '〉');
const sorted = (names: readonly string[]): string[] => [...new Set(names.map(squash))].sort();
const keyOf = (item: Item): string => {
  if (item.date !== undefined) return item.date;
  if (item.kind !== undefined) return `${item.kind}/${item.every ?? ''}`;
  return `${item.value ?? ''}${squash(item.unit)}${item.comparator === '=' ? '>=' : (item.comparator ?? '')}`;
};
/** Missed and extra items, what the gold marks as optional counting neither way. */
function differences(wanted: readonly Item[], found: readonly Item[]): string[] {
  const left = found.map(keyOf);
  const missed = wanted.flatMap((item) => {
    const at = left.indexOf(keyOf(item));
    if (at >= 0) left.splice(at, 1);
    return at < 0 && item.optional !== true ? [`missed ${keyOf(item)}`] : [];
  });
  return [...missed, ...left.map((key) => `extra ${key}`)];
}

(available ? describe : describe.skip)('the published Eight Actions plan', () => {
  const text = available ? decodeText(readFileSync(PLAN)) : '';
  const gold = (available ? json(`${SHARED}/gold/wulingyuan-2024.json`) : { tasks: [], actions: [] }) as Gold;
  const plan = extractPlan(text);
  const found = new Map(plan.tasks.map((task) => [task.id, task]));
  const each = (compare: (want: GoldTask, task: Extraction['tasks'][number]) => unknown): unknown[] =>
    gold.tasks.flatMap((want) => {
      const task = found.get(want.id);
      const wrong = task ? compare(want, task) : 'missing';
      return wrong === undefined || wrong === false || (Array.isArray(wrong) && wrong.length === 0)
        ? []
        : [{ id: want.id, wrong }];
    });

  it('comes out as its 149 tasks in 8 actions, none more', () => {
    expect(plan.tasks.map((task) => task.id).sort()).toEqual(gold.tasks.map((task) => task.id).sort());
    expect(plan.actions.map(({ code, name }) => [code, name])).toEqual(
      gold.actions.map(({ code, name }) => [code, name]),
    );
    expect(extractionSchema.safeParse(plan).success).toBe(true);
  });

  it('has every task at its place, with its section and its title', () => {
    expect(
      each((want, { span }) => !('start' in span) || span.start !== want.start || span.end !== want.end),
    ).toEqual([]);
    expect(each((want, task) => squash(task.section) !== squash(want.section))).toEqual([]);
    expect(each((want, task) => !want.titleOptional && squash(task.title) !== squash(want.title))).toEqual(
      [],
    );
    expect(plan.tasks.filter((task) => task.title === null)).toHaveLength(34);
  });

  it('has every unit of every clause in its role, and no other', () => {
    expect(each((want, task) => sorted(task.lead).join() !== sorted(want.effectiveLead).join())).toEqual([]);
    expect(
      each((want, task) =>
        want.responsibility.some((clause, i) => {
          const read = task.responsibilities[i];
          return (
            !read ||
            squash(read.raw) !== squash(clause.raw) ||
            sorted([...read.lead, ...read.support]).join() !==
              sorted([...clause.lead, ...clause.support]).join() ||
            (read.mode !== clause.mode && want.responsibility.length === 1) ||
            read.openEnded !== clause.openEnded
          );
        }),
      ),
    ).toEqual([]);
  });

  it('leaves exactly 24 tasks to be assigned by a person', () => {
    expect(plan.tasks.filter((task) => task.needsAssignment)).toHaveLength(24);
    expect(new Set(plan.tasks.filter((task) => task.leadIsInferred).map((task) => task.action))).toEqual(
      new Set(['A6']),
    );
  });

  it('has the cadences, deadlines and indicators of the text', () => {
    expect(each((want, task) => differences(want.cadences, task.cadences))).toEqual([]);
    expect(
      each((want, task) =>
        differences(
          want.deadlines,
          task.deadlines.filter(({ inferred }) => !inferred),
        ),
      ),
    ).toEqual([]);
    expect(each((want, task) => differences(want.indicators, task.indicators))).toEqual([]);
    expect(differences(gold.planLevel.cadences, plan.planCadences)).toEqual([]);
    expect(differences(gold.planLevel.goals, plan.headlineTargets)).toEqual([]);
  });

  it('has the goals and task forces of the actions, and the head of the notice', () => {
    expect(gold.actions.flatMap((want, i) => differences(want.goals, plan.actions[i]?.goals ?? []))).toEqual(
      [],
    );
    for (const [i, { taskForce }] of gold.actions.entries()) {
      const read = plan.actions[i]?.taskForce;
      expect(squash(read?.convener)).toBe(squash(taskForce.convener));
      expect(squash(read?.officeUnit)).toBe(squash(taskForce.officeUnit));
      expect(read?.deputyConveners.map(squash)).toEqual(taskForce.deputyConveners.map(squash));
      expect(sorted(read?.memberUnits ?? [])).toEqual(sorted(taskForce.memberUnits));
    }
    const { title, documentNumber, issuedBy, issuedOn, year, jurisdiction } = gold.document;
    expect(plan.document).toMatchObject({ title, documentNumber, issuedBy, issuedOn, year, jurisdiction });
  });
});

(available ? describe : describe.skip)('clauses of other documents', () => {
  it('are read with their leaders and supporters', () => {
    const lines = readFileSync(`${SHARED}/gold/clauses.jsonl`, 'utf8').trim().split('\n');
    const rows = lines.map(
      (line) => JSON.parse(line) as { raw: string; mode: string; lead: string[]; support: string[] },
    );
    const wrong = rows.filter(({ raw, mode, lead, support }) => {
      const read = readClauseText(raw);
      const all = [...(read?.lead ?? []), ...(read?.support ?? [])];
      if (mode === 'lead-support')
        return (
          sorted(read?.lead ?? []).join() !== sorted(lead).join() ||
          sorted(all).join() !== sorted([...lead, ...support]).join()
        );
      return mode !== 'vague-only' && sorted(all).join() !== sorted([...lead, ...support]).join();
    });
    expect(wrong.map(({ raw }) => raw)).toEqual([]);
  });
});

(available ? describe : describe.skip)('other published documents', () => {
  const read = (name: string): Extraction =>
    extractPlan(decodeText(readFileSync(`${SHARED}/plans/${name}.txt`)));

  it('gives nine aspects, 37 tasks and 30 sub-items of a newspaper page, and invents no unit', () => {
    const plan = read('zhangjiajie-2022-nine-priorities');
    expect([plan.actions.length, plan.tasks.length]).toEqual([9, 37]);
    expect(plan.tasks.flatMap((task) => task.subItems)).toHaveLength(30);
    expect(plan.tasks.flatMap((task) => [...task.lead, ...task.support])).toEqual([]);
  });

  it('gives five aspects, 19 tasks and 10 headline targets of a work report, and nothing of the past year', () => {
    const plan = read('zhangjiajie-2023-work-report');
    expect([plan.actions.length, plan.tasks.length, plan.headlineTargets.length]).toEqual([5, 19, 10]);
    expect(plan.document.year).toBe(2023);
  });

  it('gives 33 tasks of a hard-wrapped action plan, with the units of its gold', () => {
    const plan = read('zhejiang-2026-new-scenes');
    const gold = json(`${SHARED}/gold/zhejiang-2026-new-scenes.json`) as {
      tasks: { lead: string[]; support: string[] }[];
    };
    expect(plan.tasks.map((task) => sorted([...task.lead, ...task.support]))).toEqual(
      gold.tasks.map((task) => sorted([...task.lead, ...task.support])),
    );
  });
});
