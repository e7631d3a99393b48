import { commitmentOf, populationHash, recordHash, seedOf } from './draw-hashes.js';
import type { DrawRecord } from './draw-record.schema.js';
import { draw } from './draw.js';
import { lotsOf } from './lots-of.js';

/** Where a record and its repetition part, in words. */
export interface DrawDifference {
  /** What it is about: `commitment`, `A1-03/education`, `drawn 2`. */
  where: string;
  recorded: string;
  repeated: string;
  says: string;
}

export type Repeated = { equal: true } | { equal: false; first: DrawDifference };

/**
 * Repeats a draw from its record alone, in the order in which it came about, and names the first thing that does not
 * come out the same. `published`: the commitment as somebody wrote it down when it was published, if they have it;
 * without it a record that was made up from beginning to end cannot be told from a true one.
 */
export function repeatDraw(record: DrawRecord, published?: string): Repeated {
  for (const check of [...stepsOf(record, published)]) {
    const { where, recorded, repeated, says } = check();
    if (recorded !== repeated) return { equal: false, first: { where, recorded, repeated, says } };
  }
  return { equal: true };
}

function* stepsOf(record: DrawRecord, published?: string): Generator<() => DrawDifference> {
  const { id, commitment, population, randomness, rules, seed, count, drawn } = record;
  const said = (where: string, recorded: string | number, repeated: string | number, says: string) => ({
    where,
    recorded: String(recorded),
    repeated: String(repeated),
    says,
  });
  if (published !== undefined)
    yield () =>
      said('commitment', commitment.hash, published.toLowerCase(), '记录中的承诺值与事先公布的不同');
  yield () =>
    said('commitment', commitment.hash, commitmentOf(id, seed.secret), '种子与事先公布的承诺值不符');
  yield () =>
    said(
      'order of events',
      [commitment.at, population.frozenAt, randomness?.at ?? population.frozenAt, seed.at].join(' '),
      [commitment.at, population.frozenAt, randomness?.at ?? population.frozenAt, seed.at].sort().join(' '),
      '承诺、冻结名单、录入随机数、抽签的先后不对',
    );
  const keys = population.entries.map(({ key }) => key);
  yield () => said('population', keys.length, new Set(keys).size, '名单中有重复的事项');
  for (const { key, lots, signals } of population.entries)
    yield () => said(key, lots, lotsOf(signals, rules), `${key} 的签数与其信号得分和公布的权重不符`);
  yield () =>
    said('population', population.hash, populationHash(population.entries), '名单与冻结时的校验值不符');
  if (rules.publicRandomness === 'required')
    yield () =>
      said('randomness', randomness ? 'given' : 'none', 'given', '按规则应有公开随机数，记录中没有');
  const repeatedSeed = seedOf({
    drawId: id,
    secret: seed.secret,
    populationHash: population.hash,
    randomness: randomness?.text ?? '',
  });
  yield () => said('seed', seed.seed, repeatedSeed, '抽签用的种子与其来源不符');
  const again = draw(repeatedSeed, population.entries, rules, count);
  yield () => said('drawn', drawn.length, again.length, '抽中的项数不同');
  for (const [index, one] of again.entries()) {
    const was = drawn[index];
    yield () =>
      said(
        `drawn ${index + 1}`,
        was ? `${was.order} ${was.key} ${was.because} ${was.lot} ${was.number}` : '',
        `${one.order} ${one.key} ${one.because} ${one.lot} ${one.number}`,
        `第 ${index + 1} 个抽中的事项不同`,
      );
  }
  yield () => said('record', record.hash, recordHash(record), '记录的其他内容（题名、说明、时间等）被改动过');
}
