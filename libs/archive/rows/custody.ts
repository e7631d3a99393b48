import { GENESIS_HASH, SYSTEM_CHAIN, type Queryable } from '#persistence';

/** Acts about archives themselves. */
const ACTS = ['archiveExported', 'archiveImported'];

/** Where the chain of the system's own lines ends for an archive. */
export interface CustodyCut {
  chainId: string;
  /** The last line that goes along; 0: none. */
  upTo: number;
  hash: string;
}

/**
 * That an archive was taken, or taken in, is a line of the trail, and no part of what was archived: or no record could be taken twice
 * and be the same. So the last lines of the system's chain stay behind as long as they are about archives and nothing
 * rests on them yet; once another line follows, or a seal vouches for them, they are history and go along.
 *
 * @returns null: nothing stays behind
 */
export async function custodyCut(source: Queryable): Promise<CustodyCut | null> {
  const [found] = await source.query<{ last: number; kept: number; hash: string | null }>(
    `with mine as (select seq, action, hash from luoshi.trail_line
       where jurisdiction_id = luoshi.current_jurisdiction() and chain_id = $1),
     kept as (select greatest(
       coalesce((select max(seq) from mine where action <> all ($2)), 0),
       coalesce((select max(seq) from luoshi.seal_leaf where jurisdiction_id = luoshi.current_jurisdiction()
         and subject_kind = 'actor' and subject_id = $1), 0)) as seq)
     select coalesce((select max(seq) from mine), 0) as last, k.seq as kept,
       (select hash from mine where mine.seq = k.seq) as hash
     from kept k`,
    [SYSTEM_CHAIN, ACTS],
  );
  if (found === undefined || found.kept >= found.last) return null;
  return { chainId: SYSTEM_CHAIN, upTo: found.kept, hash: found.hash ?? GENESIS_HASH };
}

type Row = Record<string, unknown>;

/** A row as it goes along with the cut; null: it stays behind. */
export function cutRow(cut: CustodyCut | null, table: string, row: Row): Row | null {
  if (cut === null) return row;
  const { chainId, upTo, hash } = cut;
  if (table === 'trail_chain' && row['id'] === chainId)
    return upTo === 0 ? null : { ...row, version: upTo, headHash: hash };
  const isLine = table === 'trail_line' || table === 'trail_personal';
  return isLine && row['chainId'] === chainId && Number(row['seq']) > upTo ? null : row;
}
