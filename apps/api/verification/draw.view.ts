import type { Actor, DrawRules, TruthSignal } from '#accountability';
import {
  DRAW_STATE_LABELS,
  ROUTES,
  type AllowedAction,
  type DrawEntryView,
  type DrawRulesView,
  type DrawSummary,
} from '#contract';
import { maySupervise, mayWitness } from '#engine';
import type { DrawRow } from '#persistence';
import { SIGNAL_LABELS, type DrawEntry, type DrawRecord } from '#truth';

/** What is published of the weights. */
export const rulesView = (rules: DrawRules): DrawRulesView => ({
  baseLots: rules.baseLots,
  fewestLots: rules.fewestLots,
  mostLots: rules.mostLots,
  weights: Object.entries(rules.lots).map(([name, lots]) => ({
    name,
    label: SIGNAL_LABELS[name as TruthSignal],
    lots,
  })),
  count: rules.count,
  shareAtMost: rules.shareAtMost,
  certain: rules.certain.map(({ signal, from }) => ({ name: signal, label: SIGNAL_LABELS[signal], from })),
  publicRandomness: rules.publicRandomness,
});

/** The population, with the chance of each to come first and what each signal adds. */
export function entryViews(entries: readonly DrawEntry[], weights: DrawRules['lots']): DrawEntryView[] {
  const total = entries.reduce((sum, { lots }) => sum + lots, 0);
  return entries.map((entry) => ({
    key: entry.key,
    taskId: entry.taskId,
    code: entry.code,
    title: entry.title,
    unit: { id: entry.unitId, name: entry.unit },
    period: entry.period,
    progress: entry.progress,
    expected: entry.expected,
    lots: entry.lots,
    chance: Math.round((entry.lots / total) * 10_000) / 100,
    signals: entry.signals
      .map(({ name, score, says }) => ({
        name,
        label: SIGNAL_LABELS[name],
        score,
        lots: Math.round((weights[name] ?? 0) * score * 10) / 10,
        says,
      }))
      .sort((a, b) => b.lots - a.lots),
  }));
}

export interface Asking {
  actor: Actor;
  jurisdictionId: string;
  planCode: string;
}

export function drawView(row: DrawRow, asking: Asking): DrawSummary {
  const record = row.record as DrawRecord | null;
  const byKey = new Map(record?.population.entries.map((entry) => [entry.key, entry]));
  return {
    id: row.id,
    planId: row.planId,
    state: row.state,
    stateLabel: DRAW_STATE_LABELS[row.state],
    count: row.count,
    commitment: row.commitment,
    committedAt: row.committedAt,
    frozenAt: row.frozenAt,
    populationHash: row.populationHash,
    population: Array.isArray(row.population) ? row.population.length : null,
    randomness:
      row.randomness === null || row.randomnessAt === null
        ? null
        : { text: row.randomness, source: row.randomnessSource ?? '', at: row.randomnessAt },
    drawnAt: row.drawnAt,
    recordHash: row.recordHash,
    abandonReason: row.abandonReason,
    drawn: (record?.drawn ?? []).map(({ order, key, because }) => {
      const entry = byKey.get(key);
      return {
        order,
        key,
        code: entry?.code ?? '',
        title: entry?.title ?? '',
        unit: entry?.unit ?? '',
        lots: entry?.lots ?? 0,
        because,
      };
    }),
    allowedActions: drawActions(row, asking),
    version: row.version,
  };
}

/** What this person may do with a draw now. */
function drawActions(row: DrawRow, { actor, jurisdictionId, planCode }: Asking): AllowedAction[] {
  const supervises = maySupervise(actor, jurisdictionId, planCode);
  const actions: AllowedAction[] = [];
  const add = (
    name: 'freezeDraw' | 'addRandomness' | 'carryOutDraw' | 'abandonDraw',
    fields: AllowedAction['fields'] = [],
  ): void => {
    const { path, summary } = ROUTES[name];
    actions.push({
      action: name,
      label: summary,
      href: path.replace('{id}', row.id),
      grave: name !== 'addRandomness',
      needsReason: name === 'abandonDraw',
      fields,
      ...(name === 'abandonDraw' && { seldom: true }),
    });
  };
  if (row.state === 'committed' && supervises) add('freezeDraw');
  const isSecond = actor.personId !== row.committedBy && actor.personId !== row.frozenBy;
  if (
    row.state === 'frozen' &&
    row.randomness === null &&
    isSecond &&
    mayWitness(actor, jurisdictionId, planCode)
  )
    add('addRandomness', [
      { name: 'text', label: '公开随机数（照抄）', kind: 'text', required: true },
      { name: 'source', label: '出处（人人可查）', kind: 'text', required: true },
    ]);
  const { publicRandomness } = row.rules as Pick<DrawRules, 'publicRandomness'>;
  if (row.state === 'frozen' && supervises && (publicRandomness === 'optional' || row.randomness !== null))
    add('carryOutDraw');
  if ((row.state === 'committed' || row.state === 'frozen') && supervises)
    add('abandonDraw', [{ name: 'reason', label: '作废理由', kind: 'text', required: true }]);
  return actions;
}

/** To look at a report by name; task and unit come from where it is shown. */
export const orderAction = (label = '点名核实'): AllowedAction => ({
  action: 'orderVerification',
  label,
  href: ROUTES.orderVerification.path,
  grave: false,
  needsReason: true,
  fields: [{ name: 'reason', label: '核实理由', kind: 'text', required: true }],
});

export const commitAction = (planId: string): AllowedAction => ({
  action: 'commitDraw',
  label: ROUTES.commitDraw.summary,
  href: ROUTES.commitDraw.path.replace('{id}', planId),
  grave: true,
  needsReason: false,
  fields: [],
});
