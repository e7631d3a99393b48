import { BATCH_ACTS, type Batch, type BatchAct, type BatchItemResult, type BatchResult } from '#contract';
import { sentenceFor } from '#english';
import type { Language } from '#engine';
import type { ApiContext } from '../api-dependencies.js';
import { etagOf } from '../http/etag.js';
import { problemOf } from '../http/problem.filter.js';
import { problem } from '../http/problem.js';
import type { Who } from '../who/who.js';
import { DO_ONE } from './batch-acts.js';
import { withoutTrace } from './without-trace.js';

/**
 * The same act on many things, one after the other and each in a transaction of its own: what is refused of one is said
 * of that one, and hinders no other. Rejects with BatchItemTwice.
 *
 * @param key of the whole; each item has its own from it, so that a batch that broke off may be sent again
 */
export async function doBatch(
  context: ApiContext,
  who: Who,
  act: BatchAct,
  batch: Batch,
  key: string,
  language: Language,
): Promise<BatchResult> {
  const { dryRun, items } = batch;
  if (new Set(items.map(({ id }) => id)).size < items.length) throw problem('BatchItemTwice');
  const within = dryRun ? withoutTrace(context) : context;
  const results: BatchItemResult[] = [];
  for (const { id, version, input = batch.input ?? {} } of items) {
    const one = { id, version, input, dryRun, idempotencyKey: `${key}/${id}` };
    results.push(await resultOf(context, { id, dryRun, act, language }, () => DO_ONE[act](within, who, one)));
  }
  const done = results.filter(({ status }) => status === 200).length;
  return { act, dryRun, count: items.length, done, refused: items.length - done, items: results };
}

interface Item {
  id: string;
  dryRun: boolean;
  act: BatchAct;
  language: Language;
}

async function resultOf(
  context: ApiContext,
  { id, dryRun, act, language }: Item,
  doOne: () => Promise<number>,
): Promise<BatchItemResult> {
  const say = (sentence: string): string => (language === 'en' ? sentenceFor(sentence) : sentence);
  try {
    const version = await doOne();
    const said = BATCH_ACTS[act].replace('批量', '');
    if (dryRun) return { id, status: 200, code: null, message: say(`可以${said}`), etag: null };
    return { id, status: 200, code: null, message: say(`已${said}`), etag: etagOf(version) };
  } catch (error) {
    const { status, code, detail, title, errors } = problemOf(error, '', language);
    if (status >= 500) context.log.error('one of a batch failed', { act, id, error: String(error) });
    const amiss = [...new Set(errors?.map(({ message }) => message))].join(language === 'en' ? '; ' : '；');
    return { id, status, code, message: amiss === '' ? (detail ?? title) : amiss, etag: null };
  }
}
