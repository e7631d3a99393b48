import { policySchema, type Policy, type SubjectKind } from '#accountability';
import { createCalendar, type CalendarData, type Instant } from '#calendar';
import type { Queryable } from '#persistence';
import type { CalendarInForce, Firing, PlayedRecord, TrailLine } from './record.js';

/**
 * Reads the trail of a jurisdiction, or of one plan of it, up to an instant, and the rules it rested on. Only reads;
 * give it a transaction that sees one moment (`repeatable read`, read only).
 */
export async function readRecord(
  tx: Queryable,
  { planCode, until }: { planCode: string | null; until: Instant },
): Promise<PlayedRecord> {
  const of = `(select l.id from reporting_line l join plan p on p.id = l.plan_id
    where l.duty = 'taskReport' and ($1::text is null or p.code = $1))`;
  const subjects = await tx.query<{ kind: SubjectKind; id: string; version: number }>(
    `select 'task' as kind, t.id, t.policy_version as version from task t join plan p on p.id = t.plan_id where $1::text is null or p.code = $1
     union all select 'reportingLine', id, policy_version from reporting_line where id in ${of}
     union all select 'obligation', o.id, o.policy_version from obligation o join sitting s on s.id = o.sitting_id
       where s.reporting_line_id in ${of}`,
    [planCode],
  );
  const policyVersionOf = new Map(subjects.map(({ kind, id, version }) => [`${kind}/${id}`, version]));
  const rows = await tx.query<Omit<TrailLine, 'subject'> & { kind: SubjectKind; id: string }>(
    `select subject_kind as kind, subject_id as id, type, at, payload, actor_id as "actorId", idempotency_key as "idempotencyKey"
     from event where at <= $1 order by recorded_at, seq`,
    [until],
  );
  const events = rows
    .filter(({ kind, id }) => policyVersionOf.has(`${kind}/${id}`))
    .map(({ kind, id, ...line }): TrailLine => ({ ...line, subject: { kind, id } }));
  const firings = await tx.query<Firing & { id: string }>(
    `select id, armed_at as "armedAt", projected_at as "projectedAt" from deadline where state = 'reached' and projected_at is not null`,
  );
  return {
    until: await knownUntil(tx, until),
    events,
    policyVersionOf,
    policies: await policiesOf(tx),
    calendars: await calendarsOf(tx, events),
    firings: new Map(firings.map(({ id, armedAt, projectedAt }) => [id, { armedAt, projectedAt }])),
  };
}

/** The wanted instant, or when clocks were looked at or anything happened last, where the record ends before it. */
async function knownUntil(tx: Queryable, wanted: Instant): Promise<Instant> {
  const [row] = await tx.query<{ at: Instant | null }>(
    `select greatest((select max(beat_at) from heartbeat where name = 'sweeper'), (select max(at) from event)) as at`,
  );
  return row?.at && row.at < wanted ? row.at : wanted;
}

async function policiesOf(tx: Queryable): Promise<Map<number, Policy>> {
  const rows = await tx.query<{ version: number; body: unknown }>(
    'select version, body from policy_version order by version, policy_id desc',
  );
  return new Map(rows.map(({ version, body }) => [version, policySchema.parse(body)]));
}

async function calendarsOf(tx: Queryable, events: readonly TrailLine[]): Promise<CalendarInForce[]> {
  const rows = await tx.query<{
    version: number;
    body: CalendarData;
    since: Instant;
    reason: string | null;
    finishedAt: Instant | null;
  }>(
    `select v.version, v.body, v.created_at as since, c.reason, c.finished_at as "finishedAt"
     from calendar_version v join jurisdiction j on j.id = v.jurisdiction_id and j.calendar_id = v.calendar_id
       left join calendar_change c on c.calendar_id = v.calendar_id and c.version = v.version order by v.version`,
  );
  return rows.map(({ version, body, since, reason, finishedAt }) => {
    const moved = events.find(({ idempotencyKey }) => idempotencyKey === `calendar:${version}`);
    return {
      since,
      followedAt: moved?.at ?? finishedAt ?? since,
      reason: reason ?? '',
      calendar: createCalendar(body),
    };
  });
}
