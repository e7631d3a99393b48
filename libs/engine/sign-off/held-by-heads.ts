import type { Notify } from '#accountability';
import type { Transaction } from '#persistence';

/** What is said of reports that are not filed: some of them may be with the unit's head. */
const ABOUT_FILING = new Set(['reminder', 'chase']);

interface Telling {
  effect: Notify;
  subject: { kind: string; id: string };
}

/** How many reports of each line wait for the head, where what is told is that they are not filed. */
export async function heldByHeads(
  tx: Transaction,
  told: readonly Telling[],
): Promise<(telling: Telling) => number> {
  const lines = told.filter(isAboutFiling).map(({ subject }) => subject.id);
  if (lines.length === 0) return () => 0;
  const rows = await tx.query<{ id: string; waiting: number }>(
    `select s.reporting_line_id as id, count(*)::int as waiting
     from parked_report k join sitting s on s.jurisdiction_id = k.jurisdiction_id and s.id = k.sitting_id
     where k.jurisdiction_id = $1 and k.state = 'waiting' and s.reporting_line_id = any ($2::uuid[]) group by 1`,
    [tx.scope.jurisdictionId, lines],
  );
  const waiting = new Map(rows.map((row) => [row.id, row.waiting]));
  return (telling) => (isAboutFiling(telling) ? (waiting.get(telling.subject.id) ?? 0) : 0);
}

const isAboutFiling = ({ effect, subject }: Telling): boolean =>
  subject.kind === 'reportingLine' && ABOUT_FILING.has(effect.message);

/** Who has it is reminded besides who wrote it. */
export const alsoToHead = (effect: Notify, held: number): Notify =>
  held === 0 || effect.audience.includes('leadUnitHead')
    ? effect
    : { ...effect, audience: [...effect.audience, 'leadUnitHead'] };
