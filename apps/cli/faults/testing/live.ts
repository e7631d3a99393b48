import { moment } from '#testing';
import type { Town } from './town.js';

/** The moments of the story at which something falls due, and those at which somebody does something. */
export const MOMENTS = {
  remindBefore: '2024-10-09 09:00',
  remindOnTheDay: '2024-10-10 14:00',
  due: '2024-10-10 17:30',
  blue: '2024-10-11 17:30',
  yellow: '2024-10-14 17:30',
  morning: '2024-10-15 09:00',
  issuing: '2024-10-15 10:00',
  filing: '2024-10-16 09:30',
} as const;

export type Moment = keyof typeof MOMENTS;

/** What is done to a town at a moment, as its clock comes to it. */
export type Disturbances = Partial<Record<Moment | 'always', (town: Town) => Promise<void>>>;

const END = '2024-10-16 18:00';
const NAMES = new Map(Object.entries(MOMENTS).map(([name, civil]) => [moment(civil), name as Moment]));

/**
 * A week of the education bureau: reminded, silent on the due day, a blue letter, a yellow card that the supervision
 * office issues, and a report at last. The same in every life, whatever happens to the machines.
 */
export async function live(town: Town, disturbances: Disturbances = {}): Promise<void> {
  const at = async (instant: string): Promise<void> => {
    const name = NAMES.get(instant);
    // Both are begun at once: what waits for somebody's words must not come late.
    await Promise.all([disturbances.always?.(town), name && disturbances[name]?.(town)]);
  };
  await town.until(MOMENTS.issuing, at);
  await Promise.all([disturbances.issuing?.(town), town.person('supervisor').notice('drafted', 'issue')]);
  await town.settled();
  await town.until(MOMENTS.filing, at);
  await Promise.all([disturbances.filing?.(town), town.person('liaison').files('2024年10月上旬', 75)]);
  await town.settled();
  await town.until(END, at);
}
