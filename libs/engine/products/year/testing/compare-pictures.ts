import type { Chart } from '#charts';
import type { OfficialDocument } from '#official';
import { bare } from './figures-of-document.js';
import type { DrawnRow } from './recount-pictures.js';

/** The charts that a product has where there is something to draw. */
const CHARTS: Readonly<Record<string, readonly Chart['kind'][]>> = {
  monthlyBulletin: ['progress', 'heatMap', 'ranking'],
  quarterlyReview: ['heatMap', 'indicators', 'ranking', 'funnel'],
};

export interface ComparedPictures {
  /** How many figures were held against SQL. */
  figures: number;
  wrong: string[];
}

const chartsOf = ({ body, annexes }: OfficialDocument): Chart[] =>
  [body, ...annexes.map((annex) => annex.body)]
    .flat()
    .flatMap((block) => (block.kind === 'picture' && block.chart !== undefined ? [block.chart] : []));

type Value = string | number | boolean | null | undefined;

const line = (row: string, field: string, value: Value): string[] =>
  value === null || value === undefined
    ? []
    : [`${bare(row)} ${field}: ${/^-?[\d.]+$/u.test(String(value)) ? Number(value) : String(value)}`];

const fields = (row: { readonly name: string }, names: readonly string[]): string[] =>
  names.flatMap((field) => line(row.name, field, (row as unknown as Record<string, Value>)[field]));

/** Every figure that a chart draws, in words. */
function figuresOfChart(chart: Chart): string[] {
  switch (chart.kind) {
    case 'progress':
      return chart.rows.flatMap((row) => fields(row, ['progress', 'expected', 'schedule']));
    case 'heatMap':
      return chart.rows.flatMap(({ name, cells }) =>
        cells.flatMap((cell, at) => line(name, chart.columns[at] ?? '', cell)),
      );
    case 'ranking':
      return chart.rows.flatMap((row) => fields(row, ['value', 'place', 'before']));
    case 'indicators':
      return chart.rows.flatMap((row) => fields(row, ['target', 'first', 'reading', 'reached', 'bound']));
    case 'funnel':
      return chart.rungs.flatMap(({ label, count }) => line(label, 'count', count));
    case 'standings':
      return chart.rows.flatMap(({ name, counts }) =>
        Object.entries(counts).flatMap(([fill, count]) => line(name, fill, count)),
      );
  }
}

/** Holds everything that the charts of a product of a period draw against SQL, both ways: what is not drawn is wrong too. */
export function comparePictures(
  { kind, document }: { kind: string; document: OfficialDocument },
  wanted: readonly DrawnRow[],
): ComparedPictures {
  const charts = chartsOf(document);
  const compared: ComparedPictures = { figures: 0, wrong: [] };
  const of = CHARTS[kind] ?? [];
  for (const chart of charts) if (!of.includes(chart.kind)) compared.wrong.push(`SQL draws no ${chart.kind}`);
  for (const name of of) {
    const drawn = charts.filter((chart) => chart.kind === name).flatMap(figuresOfChart);
    const rows = wanted.filter(({ chart }) => chart === name);
    const counted = rows.flatMap(({ row, field, value }) => line(row, field, value));
    compared.figures += drawn.length;
    compared.wrong.push(
      ...without(drawn, counted).map((words) => `${name} draws ${words}`),
      ...without(counted, drawn).map((words) => `${name} should draw ${words}`),
    );
  }
  return compared;
}

/** What is in the first list more often than in the other. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return lines.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

/** Of an assessment: score and place of each unit that a chart ranks, by what SQL finds under these names. */
export function compareScores(
  document: OfficialDocument,
  wanted: ReadonlyMap<string, { value: string | null; printed: string | null }>,
): ComparedPictures {
  const compared: ComparedPictures = { figures: 0, wrong: [] };
  const idOf = new Map(
    [...wanted].flatMap(([name, { printed }]): [string, string][] =>
      /^unit\..+\.name$/u.test(name) && printed !== null ? [[printed, name.split('.')[1] ?? '']] : [],
    ),
  );
  for (const chart of chartsOf(document)) {
    if (chart.kind !== 'ranking') {
      compared.wrong.push(`SQL draws no ${chart.kind}`);
      continue;
    }
    for (const { name, value, place } of chart.rows) {
      const prefix = `unit.${idOf.get(name) ?? ''}.`;
      const score = wanted.get(`${prefix}score`)?.printed;
      compared.figures += 2;
      if (Number(score ?? NaN) !== value) compared.wrong.push(`${name} ${value}, SQL: ${score ?? 'none'}`);
      const placed = wanted.get(`${prefix}place`)?.printed;
      if (placed !== `第${place}`) compared.wrong.push(`${name} place ${place}, SQL: ${placed ?? 'none'}`);
    }
  }
  return compared;
}
