import { civilOf, minuteOfInstant, type Minute } from '../../oracle/days.js';
import type { Database, Transaction } from '#persistence';
import { DISTRICT, unitOfName } from './district.js';

/** Everything that must be there once, whatever happens on the way; without what only says when it was written down. */
export interface Recorded {
  /** Row by row as it is: must be the same with faults as without. */
  rows: Record<string, object[]>;
  /** In the words of the oracle. */
  told: string[];
  rungs: string[];
  notices: string[];
  outages: string[];
  /** When something was to be delivered, and when it was. */
  deliveries: { due: Minute; done: Minute }[];
}

interface Said {
  username: string;
  kind: string;
  title: string;
  body: string;
  createdAt: string;
  deliverAt: string;
  deliveredAt: string | null;
  unit: string | null;
  noticeId: string | null;
}

const civil = (instant: string): string => civilOf(minuteOfInstant(instant));

/** What has been recorded since a moment. */
export const recordOf = (database: Database, since: string): Promise<Recorded> =>
  database.transaction({ jurisdictionId: DISTRICT }, async (tx) => {
    const said = await messages(tx, since);
    const notOutages = said.filter(({ kind }) => kind !== 'outage');
    const deliveries = said.flatMap(({ deliverAt, deliveredAt }) =>
      deliveredAt === null ? [] : [{ due: minuteOfInstant(deliverAt), done: minuteOfInstant(deliveredAt) }],
    );
    return {
      rows: {
        messages: notOutages.map(({ deliveredAt: _, ...one }) => one),
        events: await tx.query(
          `select subject_kind, subject_id, seq, type, payload, at, idempotency_key, hash from event
           order by subject_kind, subject_id, seq`,
        ),
        deadlines: await tx.query(
          `select subject_id, name, generation, state, projected_at, armed_at from deadline
           order by subject_id, name, generation`,
        ),
        notices: await tx.query(
          `select id, kind, number, state, title, body, drafted_at, issued_at from notice order by drafted_at, id`,
        ),
        // Of an outage and of what was not read in time is told when that is noticed, which may be a little later.
        alerts: await tx.query(
          `select kind, title, detail, state, raised_at from alert where kind not in ('outage', 'unreached') order by raised_at, title, id`,
        ),
      },
      told: said
        .filter(({ kind }) => kind !== 'outage')
        .flatMap((one) =>
          unitsOf(one).map(
            (unit) => `${civil(one.createdAt)} > ${civil(one.deliverAt)} ${one.username} ${one.kind} ${unit}`,
          ),
        )
        .sort(),
      rungs: (
        await tx.query<{ at: string; unit: string; on: string; rung: string }>(
          `select c.claimed_at as at, u.code as unit, case c.subject_kind when 'task' then 'task' else 'line' end as "on", c.rung
           from rung_claim c left join reporting_line l on l.id = c.subject_id
             left join responsibility r on c.subject_kind = 'task' and r.task_id = c.subject_id and r.kind = 'lead'
             join unit u on u.id = coalesce(l.unit_id, r.unit_id)`,
        )
      )
        .map(({ at, unit, on, rung }) => `${civil(at)} ${unit} ${on} ${rung}`)
        .sort(),
      notices: (
        await tx.query<{
          at: string;
          unit: string;
          on: string;
          rung: string;
          state: string;
          issued: string | null;
          rescinded: boolean;
        }>(
          `select n.drafted_at as at, u.code as unit, case n.subject_kind when 'task' then 'task' else 'line' end as "on",
             n.rung, n.state, n.issued_at as issued, n.rescinded_at is not null as rescinded
           from notice n join unit u on u.id = n.unit_id`,
        )
      )
        .map(({ at, unit, on, rung, state, issued, rescinded }) =>
          [
            civil(at),
            unit,
            on,
            rung,
            state,
            ...(issued ? [civil(issued)] : []),
            ...(rescinded ? ['rescinded'] : []),
          ].join(' '),
        )
        .sort(),
      outages: said.filter(({ kind }) => kind === 'outage').map(({ createdAt }) => civil(createdAt)),
      deliveries,
    };
  });

const messages = (tx: Transaction, since: string): Promise<Said[]> =>
  tx.query(
    `select p.username, m.kind, m.title, m.body, m.created_at as "createdAt", m.deliver_at as "deliverAt",
       m.delivered_at as "deliveredAt", u.code as unit, m.notice_id as "noticeId"
     from message m join person p on p.jurisdiction_id = m.jurisdiction_id and p.id = m.person_id
       left join notice n on n.jurisdiction_id = m.jurisdiction_id and n.id = m.notice_id
       left join reporting_line l on l.jurisdiction_id = m.jurisdiction_id and l.id = m.subject_id
       left join unit u on u.jurisdiction_id = m.jurisdiction_id and u.id = coalesce(n.unit_id, l.unit_id)
     where m.created_at > $1 order by m.created_at, p.username, m.kind, m.id`,
    [since],
  );

/** Which units a message speaks of: a notice and what is said of a line of one, a list for a desk of several. */
function unitsOf({ unit, body, kind, noticeId }: Said): string[] {
  const alone = noticeId !== null || kind === 'chase' || kind === 'reminder';
  const named = [...unitOfName].flatMap(([name, code]) => (body.includes(name) ? [code] : []));
  return alone || named.length === 0 ? [unit ?? 'nobody'] : named;
}
