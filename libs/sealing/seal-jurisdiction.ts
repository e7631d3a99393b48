import type { Instant } from '#calendar';
import { constraintCodeOf, type Database, type Transaction } from '#persistence';
import { merkleRoot } from './merkle.js';
import type { SealKey } from './seal-key.js';
import { FIRST, inOrder, statementHash, statementText, type Seal, type SealLeaf } from './seal-statement.js';

/** So many chains a seal; more make the next one. */
const AT_MOST = 50_000;

/**
 * Puts the ends of all chains of a jurisdiction that have grown since they were last sealed under signed roots, each
 * seal in one transaction that sees one moment. Any number of processes may do so; who comes second leaves it to the first.
 *
 * @param now the wall's time
 * @returns the seals made, none where nothing has grown
 */
export async function sealJurisdiction(
  database: Database,
  jurisdictionId: string,
  key: SealKey,
  now: () => Instant,
  atMost = AT_MOST,
): Promise<Seal[]> {
  const made: Seal[] = [];
  for (;;) {
    const seal = await sealOnce(database, jurisdictionId, key, now(), atMost);
    if (seal === null) return made;
    made.push(seal);
    if (seal.leaves < atMost) return made;
  }
}

async function sealOnce(
  database: Database,
  jurisdictionId: string,
  key: SealKey,
  sealedAt: Instant,
  atMost: number,
): Promise<Seal | null> {
  try {
    return await database.transaction(
      { jurisdictionId },
      async (tx) => {
        const [{ mine } = { mine: false }] = await tx.query<{ mine: boolean }>(
          `select pg_try_advisory_xact_lock(hashtextextended('luoshi/seal/' || $1, 0)) as mine`,
          [jurisdictionId],
        );
        const leaves = mine ? await grown(tx, atMost) : [];
        if (leaves.length === 0) return null;
        const past = (
          await tx.query<{ hash: string }>(
            'select hash from seal where jurisdiction_id = $1 order by number',
            [jurisdictionId],
          )
        ).map(({ hash }) => hash);
        const statement = {
          jurisdictionId,
          number: past.length + 1,
          sealedAt,
          previousHash: past.at(-1) ?? FIRST,
          root: merkleRoot(inOrder(leaves)),
          leaves: leaves.length,
          history: merkleRoot(past),
        };
        const seal: Seal = {
          ...statement,
          hash: statementHash(statement),
          publicKey: key.publicKey,
          signature: key.sign(statementText(statement)),
        };
        await insertSeal(tx, seal, leaves);
        return seal;
      },
      { isolation: 'repeatable read' },
    );
  } catch (error) {
    // Somebody else sealed between our first look and the lock.
    if (constraintCodeOf(error) === 'AlreadySealed') return null;
    throw error;
  }
}

/** The ends that no seal has; a chain whose end is not what its subject remembers is not sealed: `audit verify` names it. */
const grown = (tx: Transaction, atMost: number): Promise<SealLeaf[]> =>
  tx.query<SealLeaf>(
    `select e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.seq, e.hash
     from (select 'task' as kind, jurisdiction_id, id, version, head_hash from task
       union all select 'obligation', jurisdiction_id, id, version, head_hash from obligation
       union all select 'reportingLine', jurisdiction_id, id, version, head_hash from reporting_line) s
     join event e on e.jurisdiction_id = s.jurisdiction_id and e.subject_kind = s.kind and e.subject_id = s.id
       and e.seq = s.version and e.hash = s.head_hash
     where not exists (select from seal_leaf l where l.jurisdiction_id = s.jurisdiction_id
       and l.subject_kind = s.kind and l.subject_id = s.id and l.seq >= s.version)
     union all
     select 'actor', c.id, t.seq, t.hash
     from trail_chain c
     join trail_line t on t.jurisdiction_id = c.jurisdiction_id and t.chain_id = c.id
       and t.seq = c.version and t.hash = c.head_hash
     where not exists (select from seal_leaf l where l.jurisdiction_id = c.jurisdiction_id
       and l.subject_kind = 'actor' and l.subject_id = c.id and l.seq >= c.version)
     limit $1`,
    [atMost],
  );

async function insertSeal(tx: Transaction, seal: Seal, leaves: readonly SealLeaf[]): Promise<void> {
  await tx.execute(
    `insert into seal (jurisdiction_id, number, sealed_at, previous_hash, root, leaves, hash, public_key, signature,
       history)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      seal.jurisdictionId,
      seal.number,
      seal.sealedAt,
      seal.previousHash,
      seal.root,
      seal.leaves,
      seal.hash,
      seal.publicKey,
      seal.signature,
      seal.history,
    ],
  );
  await tx.execute(
    `insert into seal_leaf (jurisdiction_id, number, subject_kind, subject_id, seq, hash)
     select $1, $2, * from unnest($3::text[], $4::uuid[], $5::int[], $6::text[])`,
    [
      seal.jurisdictionId,
      seal.number,
      leaves.map(({ subjectKind }) => subjectKind),
      leaves.map(({ subjectId }) => subjectId),
      leaves.map(({ seq }) => seq),
      leaves.map(({ hash }) => hash),
    ],
  );
}
