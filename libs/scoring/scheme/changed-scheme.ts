import { schemeSchema, type Scheme } from './scheme.schema.js';

/** `reporting.marks`, `yellow.each`, `bonus.atMost`, `weight.A1-01`, with the figure that it is to be. */
export interface SchemeChange {
  of: string;
  value: number;
}

export type ChangedScheme = { ok: true; value: Scheme } | { ok: false; problems: string[] };

type Open = Record<string, unknown>;

/**
 * A scheme with some of its figures changed, to be tried: marks of an item (its section's follow), what each one costs,
 * caps, the share from which an item is full, the bonus, weights of tasks. What comes out is checked like any scheme.
 */
export function changedScheme(scheme: Scheme, changes: readonly SchemeChange[]): ChangedScheme {
  const changed = structuredClone(scheme);
  const problems = changes.flatMap((change) => apply(changed, change) ?? []);
  for (const section of changed.sections)
    section.marks = section.items.reduce((all, { marks }) => all + Math.round(marks * 100), 0) / 100;
  if (problems.length > 0) return { ok: false, problems };
  const parsed = schemeSchema.safeParse({ ...changed, label: `${scheme.label}（试算）` });
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`),
  };
}

/** Changes it in place; what is wrong with the change, or null. */
function apply(scheme: Scheme, { of, value }: SchemeChange): string | null {
  const dot = of.indexOf('.');
  const [name, field] = dot < 0 ? [of, ''] : [of.slice(0, dot), of.slice(dot + 1)];
  if (!Number.isFinite(value)) return `${of}：应是一个数。`;
  if (name === 'weight') {
    if (field === '') return `${of}：请写明任务编号，例如 weight.A1-01。`;
    scheme.weights[field] = value;
    return null;
  }
  const place = placeOf(scheme, name, field);
  if (place === null) return `${of}：办法里没有这一项。${known(scheme)}`;
  if (!place.may.includes(field))
    return `${of}：“${place.label}”能改的是${place.may.map((one) => `${name}.${one}`).join('、') || '各项的分值，本部分随之合计'}。`;
  place.at[field] = value;
  return null;
}

function placeOf(
  scheme: Scheme,
  name: string,
  field: string,
): { at: Open; label: string; may: string[] } | null {
  if (name === 'bonus' && scheme.bonus)
    return { at: scheme.bonus as unknown as Open, label: scheme.bonus.label, may: ['atMost'] };
  const item = scheme.sections.flatMap(({ items }) => items).find(({ id }) => id === name);
  if (item) {
    const { formula } = item;
    const inFormula =
      formula.kind === 'perItem' ? ['each'] : formula.kind === 'capped' ? ['fullAt'] : ([] as string[]);
    const at = (inFormula.includes(field) ? formula : item) as unknown as Open;
    return { at, label: item.label, may: ['marks', ...inFormula] };
  }
  const deduction = scheme.deductions.find(({ id }) => id === name);
  if (deduction) return { at: deduction as unknown as Open, label: deduction.label, may: ['each', 'atMost'] };
  const section = scheme.sections.find(({ id }) => id === name);
  return section ? { at: {}, label: section.label, may: [] } : null;
}

const known = (scheme: Scheme): string =>
  `可改的有：${[
    ...scheme.sections.flatMap(({ items }) => items.map(({ id, label }) => `${id}（${label}）`)),
    ...scheme.deductions.map(({ id, label }) => `${id}（${label}）`),
    ...(scheme.bonus ? [`bonus（${scheme.bonus.label}）`] : []),
    'weight.任务编号',
  ].join('、')}。`;
