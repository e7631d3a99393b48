-- 应达进度 of today: what is expected of a task grows with every working day, whether or not anybody reports. It is reckoned when it is
-- read, from what the task's statechart knows; its schedule stays the record of the last report. The same rule as
-- libs/accountability/task/standing-today.ts, for conditions, orders and sums over thousands of tasks.

set local search_path = luoshi;

create function outlook_of(snapshot jsonb) returns jsonb
language sql immutable parallel safe as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'leadUnitIds', c -> 'leadUnitIds',
    'leadSince', nullif(c -> 'leadSince', '{}'),
    'startOn', c -> 'startOn',
    'deadlineOn', c -> 'deadlineOn',
    'extendedAt', c -> 'extendedAt',
    'progress', c -> 'progress',
    'progressOf', nullif(c -> 'progressOf', '{}'),
    'suspensions', nullif(c -> 'suspensions', '[]'),
    'lasting', nullif(jsonb_path_query_array(c, '$.suspension.from') || jsonb_path_query_array(c, '$.closure.requestedAt ? (@ != null)')
      || jsonb_path_query_array(c, '$.blockage.acceptedAt ? (@ != null)'), '[]')))
  from (select snapshot -> 'context' as c) of_snapshot
$$;

alter table task
  add column outlook jsonb generated always as (outlook_of(snapshot)) stored,
  -- by lead unit, what it reported last: {"period": "2024-05 上旬", "at": instant}
  add column last_reports jsonb not null default '{}';

update task t set last_reports = told.reports
from (
  select jurisdiction_id, subject_id, jsonb_object_agg(unit_id, jsonb_build_object('period', period, 'at', at)) as reports
  from (
    select distinct on (e.jurisdiction_id, e.subject_id, e.payload ->> 'unitId') e.jurisdiction_id, e.subject_id,
      e.payload ->> 'unitId' as unit_id, e.payload ->> 'period' as period,
      to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from event e
    where e.subject_kind = 'task' and e.type = 'PROGRESS_REPORTED'
    order by e.jurisdiction_id, e.subject_id, e.payload ->> 'unitId', e.seq desc) latest
  where unit_id is not null and period is not null
  group by jurisdiction_id, subject_id) told
where t.jurisdiction_id = told.jurisdiction_id and t.id = told.subject_id;

-- No list asks for the schedule of the record any more.
drop index task_schedule;

-- Working milliseconds up to a moment, given as milliseconds of civil time; null: in no year that the calendar holds.
-- ordinals: working days up to and including each day, from the day before `first` on. hours: opening and closing of the
-- morning and the afternoon, in milliseconds of the day.
create function working_position(civil_ms bigint, first integer, ordinals integer[], hours bigint[]) returns bigint
language plpgsql immutable strict parallel safe as $$
declare
  day integer := floor(civil_ms / 86400000.0);
  of_day bigint := civil_ms - day * 86400000::bigint;
  ordinal integer := ordinals[day - first + 2];
  day_length bigint := hours[2] - hours[1] + hours[4] - hours[3];
begin
  if ordinal = ordinals[day - first + 1] then return ordinal * day_length; end if;
  return (ordinal - 1) * day_length + greatest(0, least(of_day, hours[2]) - hours[1]) + greatest(0, least(of_day, hours[4]) - hours[3]);
end
$$;

-- Working days of the stretches that lie between two moments. stood: beginning and end of each, in order, none overlapping.
create function stood_still(stood bigint[], after_ms bigint, until_ms bigint, first integer, ordinals integer[], hours bigint[])
returns double precision
language plpgsql immutable parallel safe as $$
declare
  sum_ms bigint := 0;
  begins bigint;
  ends bigint;
begin
  for i in 1 .. array_length(stood, 1) / 2 loop
    begins := greatest(stood[2 * i - 1], after_ms);
    ends := least(stood[2 * i], until_ms);
    continue when begins >= ends;
    sum_ms := sum_ms + working_position(ends, first, ordinals, hours) - working_position(begins, first, ordinals, hours);
  end loop;
  return sum_ms::double precision / (hours[2] - hours[1] + hours[4] - hours[3]);
end
$$;

-- Expected progress of one lead unit, percent; `last`: the last day whose working hours are over, as days since 1970.
create function expected_of_lead(since integer, base double precision, deadline integer, extended_ms bigint, stood bigint[],
  last integer, first integer, ordinals integer[], hours bigint[]) returns double precision
language plpgsql immutable parallel safe as $$
declare
  share double precision;
  total double precision;
  elapsed double precision;
begin
  if stood is null then
    if last < since then share := 0;
    elsif last >= deadline then share := 1;
    else
      total := ordinals[deadline - first + 2] - ordinals[since - first + 1];
      elapsed := ordinals[last - first + 2] - ordinals[since - first + 1];
      share := case when total = 0 then 0 else floor(elapsed / total * 10000 + 0.5) / 100 / 100 end;
    end if;
  else
    total := case when deadline < since then 0 else ordinals[deadline - first + 2] - ordinals[since - first + 1] end
      - case when extended_ms is null then 0
          else stood_still(stood, since * 86400000::bigint, extended_ms, first, ordinals, hours) end;
    elapsed := case when last < since then 0 else ordinals[last - first + 2] - ordinals[since - first + 1] end
      - stood_still(stood, since * 86400000::bigint, last * 86400000::bigint + hours[4], first, ordinals, hours);
    if total is null or elapsed is null then return null; end if;
    share := case when total <= 0 then 1 else least(1, greatest(0, elapsed / total)) end;
  end if;
  return floor((base + (100 - base) * share) * 100 + 0.5) / 100;
end
$$;

-- Stretches in which a task's clock stood still, in milliseconds of civil time (Asia/Shanghai: eight hours ahead all year);
-- those that overlap are one, one that lasts has no end. Null: there are none.
create function stretches_of(outlook jsonb) returns bigint[]
language plpgsql immutable parallel safe as $$
declare
  merged bigint[];
  one record;
begin
  if not (outlook ? 'suspensions' or outlook ? 'lasting') then return null; end if;
  for one in
    select begins, ends from (
      select (extract(epoch from (s ->> 'from')::timestamptz) * 1000)::bigint + 28800000 as begins,
        coalesce((extract(epoch from (s ->> 'to')::timestamptz) * 1000)::bigint + 28800000, 9000000000000000) as ends
      from jsonb_array_elements(outlook -> 'suspensions') s
      union all
      select (extract(epoch from l::timestamptz) * 1000)::bigint + 28800000, 9000000000000000
      from jsonb_array_elements_text(outlook -> 'lasting') l) stretches
    order by begins
  loop
    if merged is not null and merged[array_length(merged, 1)] >= one.begins then
      merged[array_length(merged, 1)] := greatest(merged[array_length(merged, 1)], one.ends);
    else
      merged := merged || array[one.begins, one.ends];
    end if;
  end loop;
  return merged;
end
$$;

-- How a task stands at the close of a day by what was last reported. expected, progress, schedule: as recorded, which holds where
-- no working days go by for it, nobody leads it, or the calendar does not reach so far.
create function standing_today(outlook jsonb, state text, expected numeric, progress numeric, schedule text,
  behind double precision, seriously double precision, last integer, first integer, ordinals integer[], hours bigint[],
  out today_expected double precision, out today_lag double precision, out today_schedule text)
language plpgsql immutable parallel safe cost 1000 as $$
declare
  stood bigint[];
  extended_ms bigint;
  deadline integer;
  lead text;
  since jsonb;
  reached double precision;
  should double precision;
  worst_lag double precision;
  worst_expected double precision;
  is_judged boolean := false;
begin
  today_expected := expected;
  today_lag := floor((expected::double precision - progress::double precision) * 100 + 0.5) / 100;
  today_schedule := schedule;
  if not (state in ('dispatched', 'disputed', 'inProgress', 'suspended') or starts_with(state, 'closing')) then return; end if;
  stood := stretches_of(outlook);
  extended_ms := (extract(epoch from (outlook ->> 'extendedAt')::timestamptz) * 1000)::bigint + 28800000;
  deadline := (outlook ->> 'deadlineOn')::date - date '1970-01-01';
  for i in 0 .. coalesce(jsonb_array_length(outlook -> 'leadUnitIds'), 0) - 1 loop
    lead := outlook -> 'leadUnitIds' ->> i;
    since := coalesce(outlook -> 'leadSince' -> lead, jsonb_build_object('on', outlook -> 'startOn', 'base', 0));
    reached := (outlook -> 'progressOf' ->> lead)::double precision;
    should := case when since ->> 'on' is null then 0
      else expected_of_lead((since ->> 'on')::date - date '1970-01-01', (since ->> 'base')::double precision, deadline, extended_ms,
        stood, last, first, ordinals, hours) end;
    if should is null then return; end if;
    if (reached is not null and not is_judged) or ((reached is not null) = is_judged
      and (worst_lag is null or should - coalesce(reached, 0) > worst_lag)) then
      is_judged := reached is not null;
      worst_lag := should - coalesce(reached, 0);
      worst_expected := should;
    end if;
  end loop;
  if worst_expected is null then return; end if;
  today_expected := worst_expected;
  if not is_judged then
    today_lag := floor((worst_expected - (outlook ->> 'progress')::double precision) * 100 + 0.5) / 100;
    today_schedule := 'onTrack';
    return;
  end if;
  today_lag := floor(worst_lag * 100 + 0.5) / 100;
  if behind is null or seriously is null then return; end if;
  today_schedule := case when today_lag >= seriously then 'seriouslyBehind' when today_lag >= behind then 'behind' else 'onTrack' end;
end
$$;
