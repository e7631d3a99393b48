import pg from 'pg';
import type { DoneChange, Tally } from './load-person.js';

export interface Judgement {
  /** Changes that the server said are done. */
  done: number;
  /** … and are not in the record, or more than once. */
  lost: string[];
  /** Two of them that were made on the same version of the same thing: one overwrote the other. */
  overwritten: string[];
  /** Changes in the record that nobody was told of. */
  untold: string[];
}

const TYPES = { filed: 'REPORT_FILED', accepted: 'REPORT_ACCEPTED', returned: 'REPORT_RETURNED' } as const;

/** Sets what people were told against what is in the record. */
export async function judgeLoad(
  ownerUrl: string,
  { done, unheard }: Pick<Tally, 'done' | 'unheard'>,
): Promise<Judgement> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ key: string; type: string; n: number }>(
      `select idempotency_key as key, type, count(*)::int as n from luoshi.event
       where subject_kind = 'obligation' and idempotency_key like 'http:%' group by 1, 2`,
    );
    const recorded = new Map(rows.map(({ key, type, n }) => [`${key} ${type}`, n]));
    const keyOf = ({ personId, key, kind }: DoneChange): string => `http:${personId}:${key} ${TYPES[kind]}`;
    const told = new Set(done.map(keyOf));
    const seen = new Map<string, number>();
    for (const { subject, seen: version, kind } of done) {
      const place = `${kind === 'filed' ? 'sitting' : 'obligation'} ${subject} at version ${version}`;
      seen.set(place, (seen.get(place) ?? 0) + 1);
    }
    return {
      done: done.length,
      lost: done.filter((change) => recorded.get(keyOf(change)) !== change.events).map(keyOf),
      overwritten: [...seen].filter(([, n]) => n > 1).map(([place]) => place),
      untold: [...recorded.keys()].filter(
        (key) =>
          !told.has(key) &&
          ![...unheard].some((one) => key.includes(`:${one} `)) &&
          /REPORT_(?:FILED|ACCEPTED|RETURNED)$/.test(key),
      ),
    };
  } finally {
    await client.end();
  }
}
