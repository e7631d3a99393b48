import type { CadenceEvery } from '#calendar';
import type { CadenceReplacement, StatedCadence } from './cadence.js';
import { effectiveCadences, type CadenceRules, type CadenceSources } from './effective-cadences.js';

/** What headquarters has otherwise of one task, while it lives. */
export interface CadenceChange {
  every: CadenceEvery;
  /**
   * `add`: it is reported on in this rhythm too; `instead`: in this one in the place of what plan and action say;
   * `drop`: what is said of this task alone in this rhythm does not hold any more, nor what it replaced.
   */
  how: 'add' | 'instead' | 'drop';
  reason: string;
  personId: string | null;
  at: string;
}

type OwnCadences = Pick<CadenceSources, 'task' | 'replacements'>;

/** The task's own cadences and replacements after the change; null where it changes nothing. */
export function changedCadences(
  sources: CadenceSources,
  change: CadenceChange,
  rules: CadenceRules,
): OwnCadences | null {
  const before = effectiveCadences(sources, rules);
  const reportedOwn = before.cadences.filter(
    ({ origin, duty, every }) => origin === 'task' && duty === 'leadUnit' && every === change.every,
  );
  if (change.how === 'drop') {
    if (reportedOwn.length === 0) return null;
    const stays = ({ kind, every }: Pick<StatedCadence, 'kind' | 'every'>): boolean =>
      every !== change.every || !reportedOwn.some((own) => own.kind === kind);
    return {
      task: sources.task.filter(stays),
      replacements: sources.replacements.filter(({ own }) => stays(own)),
    };
  }
  const own: StatedCadence = reportedOwn[0] ?? {
    kind: 'report',
    every: change.every,
    decidedAt: change.at,
  };
  // Beside the rhythm that held because nothing was said: now it has to be said, else it would go.
  const byDefault = before.reportsEvery.filter(
    (every) => before.isDefault && change.how === 'add' && every !== change.every,
  );
  const decided = byDefault.map((every): StatedCadence => ({ kind: 'report', every, decidedAt: change.at }));
  const task = reportedOwn.length > 0 ? sources.task : [...sources.task, ...decided, own];
  const replacements =
    change.how === 'instead'
      ? before.cadences
          .filter(({ origin, duty }) => origin !== 'task' && duty === 'leadUnit')
          .map(({ kind, every, origin }): CadenceReplacement => ({
            own: { kind: own.kind, every: own.every },
            inherited: { kind, every, origin: origin === 'action' ? 'action' : 'plan' },
            reason: change.reason,
            ...(change.personId !== null && { personId: change.personId }),
            at: change.at,
          }))
      : [];
  if (task === sources.task && replacements.length === 0) return null;
  return { task, replacements: [...sources.replacements, ...replacements] };
}
