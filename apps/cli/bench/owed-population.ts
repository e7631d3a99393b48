import { begin, type Rules, type Subject } from '#accountability';
import { addMinutes, instantOf } from '#calendar';

const PERIOD = '2024-04 中旬';
const DUE_AT = instantOf('2024-04-19', '17:30');
const OPENED_AT = instantOf('2024-04-16', '09:00');

/** When the next period falls due, and this one is over. */
export const CLOSING = { type: 'NEXT_PERIOD_DUE', at: instantOf('2024-04-30', '17:30') };

/** Whole numbers from 0 to 2³² - 1 that look like chance and are the same in every run. */
function scattered(i: number): number {
  let n = (i + 0x9e3779b9) | 0;
  n = Math.imul(n ^ (n >>> 16), 0x21f0aaad);
  n = Math.imul(n ^ (n >>> 15), 0x735a2d97);
  return (n ^ (n >>> 15)) >>> 0;
}

/** Shaped as the ids of the record are. */
const idOf = (what: number, i: number): string =>
  `${hex(scattered(i * 8 + what), 8)}-0000-5000-8000-${hex(i, 12)}`;
const hex = (n: number, length: number): string => n.toString(16).padStart(length, '0');

/**
 * The obligations of a period at its close, from the `from`-th on: each with ids of its own, half of them filed, each at a
 * moment of its own with a figure of its own. Of those filed 65 in 100 are accepted, half of these in silence, 30 wait
 * for their office, 5 were returned; of the others 4 in 100 are excused.
 */
export function owedPopulation(rules: Rules, from: number, count: number): Subject[] {
  const { context } = begin(
    {
      kind: 'obligation',
      input: { id: '', taskId: '', unitId: '', lineId: '', period: PERIOD, dueAt: DUE_AT },
    },
    rules.policy,
  );
  return Array.from({ length: count }, (_, n) => owedOne(from + n, context));
}

function owedOne(i: number, begun: Record<string, unknown>): Subject {
  const unit = Math.floor(i / 10);
  const [id, taskId, unitId, lineId] = [idOf(0, i), idOf(1, i), idOf(2, unit), idOf(3, unit)];
  const chance = scattered(i);
  const context = { ...begun, id, taskId, itemId: taskId, unitId, lineId };
  const scope = { jurisdictionId: '430811', planCode: 'plan', actionCode: 'A1', unitIds: [unitId] };
  const stands = (value: string, more: object = {}): Subject => ({
    kind: 'obligation',
    scope,
    snapshot: { value, context: { ...context, ...more } },
  });
  const share = (chance >>> 8) % 100;
  if (chance % 2 === 0) return share < 4 ? stands('excused', { excuse: '任务暂缓' }) : stands('open');
  const minutes = (chance >>> 16) % 8_000;
  const filedAt = addMinutes(OPENED_AT, minutes);
  const filed = {
    filedAt,
    filedBy: idOf(4, unit),
    late: filedAt > DUE_AT,
    revision: 1,
    progress: (chance % 1_001) / 10,
  };
  if (share < 65) return stands('accepted', { ...filed, acceptedSilently: share < 32 });
  return share < 95 ? stands('submitted', filed) : stands('returned', { ...filed, returns: 1 });
}
