import type { Client } from 'pg';
import { nextPeriod, periodFromKey, previousPeriod, type Period } from '#calendar';
import { countFigures } from './recount-figures.js';
import { countPictures, type DrawnRow } from './recount-pictures.js';
import { buildTables, type Stretch } from './recount-tables.js';

export interface Wanted {
  value: string | null;
  printed: string | null;
}

/** What SQL found of a period, by scope and name; a count that has no row is 0. */
export class RecountedPeriod {
  constructor(
    private readonly rows: ReadonlyMap<string, Wanted>,
    private readonly names: ReadonlyMap<string, string>,
    private readonly pictures: readonly DrawnRow[],
  ) {}

  /** What the charts of a product of this period draw. */
  drawn(actionId: string | null): DrawnRow[] {
    return this.pictures.filter(({ scope }) => scope === actionId);
  }

  /** Undefined: SQL knows no such figure. */
  find(actionId: string | null, name: string): Wanted | undefined {
    const found = this.rows.get(`${actionId ?? ''}|${name}`);
    if (found) return found;
    const named = this.names.get(name);
    if (named !== undefined) return { value: null, printed: named };
    // What SQL grouped and found nothing of; only names that are counts.
    return COUNTS.test(name) ? { value: '0', printed: null } : undefined;
  }
}

const COUNTS =
  /^(?:(?:action|unit)\.[0-9a-f-]+\.|before\.|trend\.\d\.)?(?:tasks|filings|cards|findings|meetings|units|brief|indicators|publication)\.[A-Za-z]+$/u;

const stretch = ({ label, start, end }: Period): Stretch => ({ label, start, end });

/** Counts a period of a plan by SQL: the period, the one before it; of a quarter those of its year up to it. */
export async function recountPeriod(owner: Client, planId: string, key: string): Promise<RecountedPeriod> {
  const period = periodFromKey(key);
  const periods = [period];
  if (period.cadence === 'quarter')
    for (
      let one = previousPeriod(period);
      one.end >= `${period.end.slice(0, 4)}-01-01`;
      one = previousPeriod(one)
    )
      periods.unshift(one);
  else periods.unshift(previousPeriod(period));
  const {
    rows: [{ at }],
  } = (await owner.query<{ at: string }>(
    `select (($1::date + 1)::timestamp at time zone 'Asia/Shanghai' - interval '1 millisecond')::text as at`,
    [period.end],
  )) as unknown as { rows: [{ at: string }] };
  const next = nextPeriod(period);
  await buildTables(owner, { planId, stretches: periods.map(stretch), next: stretch(next), asOf: at });
  const rows = new Map<string, Wanted>();
  for (const { scope, name, value, printed } of await countFigures(owner))
    rows.set(`${scope ?? ''}|${name}`, {
      value: value === null ? null : String(Number(value)),
      printed,
    });
  const pictures = await countPictures(owner, ['quarter', 'half-year', 'year'].includes(period.cadence));
  return new RecountedPeriod(rows, await namesOf(owner, planId, period, next), pictures);
}

/** Names and dates: of the plan, its actions, units; of the period. */
async function namesOf(
  owner: Client,
  planId: string,
  period: Period,
  next: Period,
): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ name: string; printed: string }>(
    `select 'plan.name' as name, title || '（' || document_number || '）' as printed from plan where id = $1
     union all select 'policy.behindFrom', trim_scale((v.body #>> '{lag,behind}')::numeric)::text from plan p
       join policy_version v on v.jurisdiction_id = p.jurisdiction_id and v.version = p.policy_version where p.id = $1
     union all select 'action.' || id || '.name', name from action where plan_id = $1
     union all select 'action.' || a.id || '.office', u.name from action a join unit u on u.id = a.office_unit_id where plan_id = $1
     union all select 'unit.' || id || '.name', name from unit
     union all select 'asOf', to_char($2::date, 'FMYYYY年FMMM月FMDD日') || '24:00'
     union all select 'practice.' || v.id || '.done', r.done from verification v join progress_report r on r.id = v.report_id
     union all select 'task.' || t.id || '.problem', r.problems from task t join lateral (select problems from progress_report r
       where r.task_id = t.id and r.filed_at < ($2::date + 1)::timestamp at time zone 'Asia/Shanghai'
       order by filed_at desc, revision desc, unit_id limit 1) r on true
     union all select 'task.' || i.task_id || '.indicator.' || i.position || '.name', i.name from indicator i
     union all select 'task.' || i.task_id || '.indicator.' || i.position || '.target',
       case i.comparator when 'range' then trim_scale(i.value::numeric) || '—' || trim_scale(i.upper::numeric) || i.unit
         else case i.comparator when '>=' then '≥' when '<=' then '≤' when '>' then '＞' when '<' then '＜' when '=' then '＝' when '~' then '约'
           when '+' then '增长' else '' end || trim_scale(i.value::numeric) || i.unit end from indicator i
     union all select 'task.' || i.task_id || '.indicator.' || i.position || '.reading', w.value || i.unit from indicator i
       join lateral (select said ->> 'value' as value from progress_report r cross join jsonb_array_elements(r.readings) said
         where r.task_id = i.task_id and (said ->> 'position')::int = i.position
           and r.filed_at < ($2::date + 1)::timestamp at time zone 'Asia/Shanghai' order by r.filed_at desc, r.revision desc limit 1) w on true`,
    [planId, period.end],
  );
  return new Map([
    ...rows.map(({ name, printed }): [string, string] => [name, printed]),
    ['period.label', period.label],
    ['next.label', next.label],
  ]);
}
