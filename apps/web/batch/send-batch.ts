import { BATCH_AT_MOST, type BatchAct, type BatchItemResult } from '#contract';
import { call } from '../api/client.js';

/** One of many things that the same is done with; `name` is what a person knows it by. */
export interface BatchThing {
  id: string;
  version: number;
  name: string;
  /** For this one alone, as the single act has it. */
  input?: Record<string, unknown>;
}

/** What became of a thing, or would become of it. */
export type BatchOutcome = BatchItemResult & Pick<BatchThing, 'name'>;

interface Sending {
  dryRun: boolean;
  /** Of the whole: sent again, what was done is done once. */
  key: string;
  /** How many have been answered for. */
  onProgress?: (answered: number) => void;
}

/** Has the server do the same with many things: as many batches, one after the other, as it takes. @throws ApiProblem */
export async function sendBatch(
  act: BatchAct,
  things: readonly BatchThing[],
  { dryRun, key, onProgress }: Sending,
): Promise<BatchOutcome[]> {
  const outcomes: BatchOutcome[] = [];
  for (let from = 0; from < things.length; from += BATCH_AT_MOST) {
    const some = things.slice(from, from + BATCH_AT_MOST);
    const { items } = await call('batch', {
      params: { act },
      body: { dryRun, items: some.map(({ name: _name, ...item }) => item) },
      key: `${key}-${from}`,
    });
    outcomes.push(...items.map((item, index) => ({ ...item, name: some[index]?.name ?? '' })));
    onProgress?.(outcomes.length);
  }
  return outcomes;
}

/** Whether the thing was, or can be, done. */
export const isDone = ({ status }: BatchOutcome): boolean => status === 200;
