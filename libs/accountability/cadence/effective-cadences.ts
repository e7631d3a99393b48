import type { CadenceEvery } from '#calendar';
import { CADENCE_KINDS } from '../policy/cadence.schema.js';
import type { Policy } from '../policy/policy.schema.js';
import {
  CADENCE_ORIGINS,
  isRhythm,
  placeOrder,
  rhythmsOf,
  SAID,
  type CadenceOrigin,
  type CadenceReplacement,
  type StatedCadence,
} from './cadence.js';

/** What plan, action and task say, and what a person said of it. */
export interface CadenceSources {
  plan: readonly StatedCadence[];
  action: readonly StatedCadence[];
  task: readonly StatedCadence[];
  replacements: readonly CadenceReplacement[];
}

/**
 * Who does what the cadence asks for: the lead unit reports on the task; an office (bulletin, review, assessment, and
 * what plan or action gives to an office by name); nobody yet, where reports cannot be asked for so often.
 */
export type CadenceDuty = 'leadUnit' | 'office' | 'nobody';

export interface EffectiveCadence extends StatedCadence {
  origin: CadenceOrigin;
  duty: CadenceDuty;
}

export interface EffectiveCadences {
  /** All that hold: the plan's first, of each the finest first. */
  cadences: EffectiveCadence[];
  /** What would be inherited and was replaced, with who said so and why. */
  replaced: { cadence: EffectiveCadence; replacement: CadenceReplacement }[];
  /** Replacements without effect: what they name is not there, or is not the lead unit's to report on. */
  idle: CadenceReplacement[];
  /** The rhythms in which the lead unit reports, each once, the finest first; never empty. */
  reportsEvery: CadenceEvery[];
  /** Whether no text says how often, and the policy's own rhythm stands in. */
  isDefault: boolean;
}

/** What a policy says of whose a cadence is. */
export type CadenceRules = Pick<Policy['cadences'], 'default' | 'reportedByLead' | 'offices'>;

/**
 * Every cadence that holds for a task (domain.md §4): those of plan and action are inherited, its own are added to them;
 * only where a person said so does one of its own take the place of an inherited one. The same rhythm from two sources
 * is one report. The order in which the sources name things makes no difference.
 */
export function effectiveCadences(sources: CadenceSources, rules: CadenceRules): EffectiveCadences {
  const said = CADENCE_ORIGINS.flatMap((origin) =>
    once(sources[origin]).map((cadence): EffectiveCadence => ({
      ...cadence,
      origin,
      duty: dutyOf(cadence, origin, rules),
    })),
  );
  const replacements = [...sources.replacements].sort(inOrder(keyOfReplacement));
  const takesEffect = (replacement: CadenceReplacement): boolean =>
    said.some((cadence) => isOwn(cadence, replacement)) &&
    said.some((cadence) => isMeant(cadence, replacement));
  const cadences: EffectiveCadence[] = [];
  const replaced: EffectiveCadences['replaced'] = [];
  for (const cadence of said) {
    const replacement = replacements.find((one) => isMeant(cadence, one) && takesEffect(one));
    if (replacement) replaced.push({ cadence, replacement });
    else cadences.push(cadence);
  }
  const reported = rhythmsOf(cadences.filter(({ duty }) => duty === 'leadUnit').map(({ every }) => every));
  return {
    cadences,
    replaced,
    idle: replacements.filter((replacement) => !takesEffect(replacement)),
    reportsEvery: reported.length > 0 ? reported : [rules.default],
    isDefault: reported.length === 0,
  };
}

/** Whose a cadence is. What a task's own text says is its lead unit's, but for what offices write. */
export function dutyOf(
  { kind, every, by = '' }: StatedCadence,
  origin: CadenceOrigin,
  { reportedByLead, offices }: CadenceRules,
): CadenceDuty {
  if (!reportedByLead.includes(kind)) return 'office';
  if (origin !== 'task' && offices.some((word) => by.includes(word))) return 'office';
  return isRhythm(every) ? 'leadUnit' : 'nobody';
}

const isOwn = ({ origin, duty, kind, every }: EffectiveCadence, { own }: CadenceReplacement): boolean =>
  origin === 'task' && duty === 'leadUnit' && kind === own.kind && every === own.every;

const isMeant = (
  { origin, duty, kind, every }: EffectiveCadence,
  { inherited }: CadenceReplacement,
): boolean =>
  duty === 'leadUnit' && origin === inherited.origin && kind === inherited.kind && every === inherited.every;

/** Each once, with the first place that says it; in an order of their own. */
function once(stated: readonly StatedCadence[]): StatedCadence[] {
  const found = new Map<string, StatedCadence>();
  for (const cadence of [...stated].sort(inOrder(keyOfPlace))) {
    const key = keyOf(cadence);
    if (!found.has(key)) found.set(key, cadence);
  }
  return [...found.values()].sort(inOrder(keyOf));
}

const inOrder =
  <T>(key: (value: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;

const keyOf = ({ every, kind, by = '' }: StatedCadence): string =>
  [SAID.indexOf(every), CADENCE_KINDS.indexOf(kind), by].join('/');

const keyOfPlace = (cadence: StatedCadence): string =>
  [placeOrder(cadence.span), cadence.raw ?? '', JSON.stringify(cadence)].join('/');

const keyOfReplacement = ({ own, inherited, at = '', reason, personId = '' }: CadenceReplacement): string =>
  [inherited.origin, keyOf(inherited), keyOf(own), at, reason, personId].join('/');
