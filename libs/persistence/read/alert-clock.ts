import { AWAITED_AGREEMENT, NOTICE_LINE } from './notice.js';

interface Clocks {
  /** The clocks that say by when something must happen, by the first part of their names. */
  of: readonly string[];
  /** The alert is about a clock that has run down: where none runs any more, the last one that did is shown. */
  alsoReached?: true;
  /** Of a climb: only the clocks of the same one. */
  ofClimb?: true;
}

/** By kind of alert. What is not listed waits for nobody's clock. */
const CLOCKS: Readonly<Record<string, Clocks>> = {
  rung: { of: ['issue', 'rung', 'answer'], ofClimb: true },
  matter: { of: ['issue', 'rung', 'answer'], ofClimb: true },
  issue: { of: ['issue'], ofClimb: true, alsoReached: true },
  appeal: { of: ['appeal'], ofClimb: true, alsoReached: true },
  appealLate: { of: ['appeal'], alsoReached: true },
  disputed: { of: ['dispute'], alsoReached: true },
  disputeLate: { of: ['dispute'], alsoReached: true },
  gate: { of: ['gate'], alsoReached: true },
  blockage: { of: ['blockage', 'awaited'], alsoReached: true },
  blockageLate: { of: ['blockage'], alsoReached: true },
  awaited: { of: ['awaited'], alsoReached: true },
  notSigned: { of: ['sign'], alsoReached: true },
  refile: { of: ['refile'], alsoReached: true },
  taskOverdue: { of: ['taskDeadline'], alsoReached: true },
  verificationLate: { of: ['verification'], alsoReached: true },
  correctionLate: { of: ['correction'], alsoReached: true },
  cardAnswer: { of: ['answer'], alsoReached: true },
  unreported: { of: ['firstReport'], alsoReached: true },
  handover: { of: ['handover'], alsoReached: true },
  behind: { of: ['rung'] },
  untrue: { of: ['correction', 'rung'] },
};

const KIND = "split_part(l.kind, ':', 1)";
/** A clock of a line's own matters is named `card:…`. */
const NAME = "split_part(regexp_replace(d.name, '^card:', ''), ':', 1)";
/** What a clock is for stands in its detail; the climb of an alert in its key, `subject/name:climb:rung@seq`. */
const CLIMB = "split_part(split_part(l.idempotency_key, '/', 2), ':', 2)";

const kinds = (wanted: (clocks: Clocks) => boolean): string =>
  `${KIND} in (${Object.entries(CLOCKS)
    .filter(([, clocks]) => wanted(clocks))
    .map(([kind]) => `'${kind}'`)
    .join(', ')})`;

const NAMES = `case ${KIND} ${Object.entries(CLOCKS)
  .map(([kind, { of }]) => `when '${kind}' then array[${of.map((name) => `'${name}'`).join(', ')}]`)
  .join(' ')} else array[]::text[] end`;

/** Of the alert `l`: the clock `c` that it stands under, the soonest that runs, and of whoever waits what tells whose turn it is. */
export const ALERT_CLOCK = `left join lateral (
    select d.name, d.projected_at as at from deadline d
    where d.jurisdiction_id = l.jurisdiction_id and d.subject_kind = l.subject_kind and d.subject_id = l.subject_id
      and l.state = 'open' and d.projected_at is not null and ${NAME} = any (${NAMES})
      and (d.state = 'armed' or (d.state = 'reached' and ${kinds(({ alsoReached }) => alsoReached === true)}))
      and (not (${kinds(({ ofClimb }) => ofClimb === true)}) or d.detail ->> 'generation' = ${CLIMB})
    order by d.state, case when d.state = 'armed' then d.projected_at end, d.projected_at desc limit 1) c on true`;

export const ALERT_CLOCK_COLUMNS = `c.name as clock, c.at as clock_at,
  (select asked.agreed from (select n.jurisdiction_id, n.id, ${AWAITED_AGREEMENT} as agreed from notice n ${NOTICE_LINE}) asked
    where asked.jurisdiction_id = l.jurisdiction_id and asked.id = l.notice_id) as agreed,
  case when l.subject_kind = 'task' and c.name in ('gate', 'blockage', 'awaited') then (
    select jsonb_build_object('state', t.state, 'blockage', t.snapshot #>> '{context,blockage,state}', 'unitId', b.id, 'unit', b.name)
    from task t left join unit b on b.jurisdiction_id = t.jurisdiction_id
      and b.id::text = t.snapshot #>> '{context,blockage,byUnitId}'
    where t.jurisdiction_id = l.jurisdiction_id and t.id = l.subject_id) end as task`;

/** Of the alert `l`, where nothing is joined: when its clock runs down; null: it stands under none. */
export const ALERT_DUE = `(select c.at from (values (1)) one ${ALERT_CLOCK})`;

/**
 * The open alert `l` is told by another row: a draft that waits speaks for the matters that it was drafted for. Of several
 * alerts that ask for the same draft the first stands for all.
 */
export const TOLD_BY_ITS_DRAFT = `exists (select from alert i where i.jurisdiction_id = l.jurisdiction_id and i.state = 'open'
  and i.notice_id = l.notice_id and split_part(i.kind, ':', 1) = 'issue'
  and (${KIND} in ('rung', 'matter') or (${KIND} = 'issue' and i.id < l.id)))`;

/** By when the draft `n` is to be issued, or was to be. */
export const ISSUE_DUE = `(select max(d.projected_at) from deadline d where d.jurisdiction_id = n.jurisdiction_id
  and d.subject_kind = n.subject_kind and d.subject_id = n.subject_id and d.state in ('armed', 'reached')
  and ${NAME} = 'issue' and d.detail ->> 'generation' = n.generation::text)`;
