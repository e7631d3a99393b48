import type { z } from 'zod';

interface Checked {
  sections: readonly {
    id: string;
    label: string;
    marks: number;
    items: readonly CheckedItem[];
  }[];
  deductions: readonly { id: string; of: string; level?: string | undefined }[];
  groups: readonly { id: string; label: string; kinds: readonly string[]; units: readonly string[] }[];
}

interface CheckedItem {
  id: string;
  label: string;
  marks: number;
  formula: CheckedFormula;
  evidence?: 'required' | undefined;
}

type CheckedFormula =
  | { kind: 'banded'; bands: readonly { from: number; marks: number }[] }
  | { kind: 'perItem'; of: string; level?: string | undefined }
  | { kind: 'share' | 'capped'; of: string }
  | { kind: 'decided' };

/** What must hold of a scheme as a whole: sums, names, bands, levels. */
export function checkScheme(scheme: Checked, context: z.RefinementCtx): void {
  const complain = (path: (string | number)[], message: string): void =>
    context.addIssue({ code: 'custom', path, message });
  const seen = new Set<string>();
  const named = (id: string, path: (string | number)[]): void => {
    if (seen.has(id)) complain([...path, 'id'], `标识“${id}”重复`);
    seen.add(id);
  };
  scheme.sections.forEach((section, s) => {
    named(section.id, ['sections', s]);
    const sum = section.items.reduce((all, { marks }) => all + Math.round(marks * 100), 0);
    if (sum !== Math.round(section.marks * 100))
      complain(
        ['sections', s, 'marks'],
        `“${section.label}”满分 ${section.marks} 分，各项合计 ${sum / 100} 分，两者须相等`,
      );
    section.items.forEach((item, i) => {
      const path = ['sections', s, 'items', i];
      named(item.id, path);
      checkFormula(item, [...path, 'formula'], complain);
      checkEvidence(item, path, complain);
    });
  });
  scheme.deductions.forEach((deduction, d) => {
    named(deduction.id, ['deductions', d]);
    checkLevel(deduction, ['deductions', d], complain);
  });
  scheme.groups.forEach((group, g) => {
    named(group.id, ['groups', g]);
    if (group.kinds.length + group.units.length === 0)
      complain(['groups', g], `“${group.label}”没有写明包含哪类单位（kinds）或哪些单位（units）`);
  });
}

type Complain = (path: (string | number)[], message: string) => void;

function checkFormula(
  { marks, formula }: { marks: number; formula: CheckedFormula },
  path: (string | number)[],
  complain: Complain,
): void {
  if (formula.kind === 'perItem') checkLevel(formula, path, complain);
  if (formula.kind !== 'banded') return;
  formula.bands.forEach((band, b) => {
    const before = formula.bands[b - 1];
    if (before && (band.from >= before.from || band.marks > before.marks))
      complain([...path, 'bands', b], '各档须从高到低排列，比例更低的一档得分不能更高');
    if (band.marks > marks) complain([...path, 'bands', b, 'marks'], `一档最多 ${marks} 分（本项满分）`);
  });
}

const checkLevel = (
  { of, level }: { of: string; level?: string | undefined },
  path: (string | number)[],
  complain: Complain,
): void => {
  if (level !== undefined && of !== 'cards') complain([...path, 'level'], '只有督办文书（cards）分级别');
};

/** Facts about tasks: for a plan's duty nobody hands in evidence. */
const WITHOUT_TASK: readonly string[] = ['dutiesDoneOnTime'];

function checkEvidence(
  { label, formula, evidence }: CheckedItem,
  path: (string | number)[],
  complain: Complain,
): void {
  if (evidence === undefined) return;
  if (formula.kind === 'perItem' || ('of' in formula && WITHOUT_TASK.includes(formula.of)))
    complain(
      [...path, 'evidence'],
      `“${label}”不能要求佐证：只有按任务计的比例（share、capped、banded）和由绩效办评定（decided）的项目可以`,
    );
}
