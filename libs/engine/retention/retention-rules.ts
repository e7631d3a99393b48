import type { RetentionRules } from '#accountability';

/** Stands where something personal stood. */
export const ERASED = '（已清除）';

/** One kind of personal data: where it is, since when its time runs, and what is done when it is over. */
export interface Retained {
  /** Its name in the trail's line. */
  name: string;
  keep: keyof RetentionRules;
  table: string;
  /** Rows whose time is over; `$2` is the instant before which it is, `t` the table. */
  over: string;
  /** What is put in its place; absent: the row goes. */
  set?: string;
}

export const RETAINED: readonly Retained[] = [
  { name: 'sessions', keep: 'sessionsDays', table: 'session', over: 't.expires_at < $2' },
  { name: 'externalSignIns', keep: 'sessionsDays', table: 'external_sign_in', over: 't.signed_in_at < $2' },
  { name: 'trailPersonal', keep: 'trailOriginDays', table: 'trail_personal', over: 't.at < $2' },
  {
    name: 'letters',
    keep: 'lettersDays',
    table: 'letter',
    over: `t.created_at < $2 and t.body <> '${ERASED}'`,
    set: `title = '${ERASED}', body = '${ERASED}', failure = null,
      address = case when address is null then null else '${ERASED}' end`,
  },
  {
    name: 'letterAttempts',
    keep: 'lettersDays',
    table: 'letter_attempt',
    over: 't.begun_at < $2 and t.reason is not null',
    set: 'reason = null',
  },
  {
    name: 'calls',
    keep: 'callsDays',
    table: 'phone_call',
    over: `t.called_at < $2 and t.words <> '${ERASED}'`,
    set: `reached = '${ERASED}', words = '${ERASED}'`,
  },
  {
    name: 'contacts',
    keep: 'formerContactsDays',
    table: 'contact',
    // Who has left, has no post since then; what is taken back, does not say when: its making counts.
    over: `t.person_id is not null and t.address not like 'erased:%' and t.created_at < $2 and (t.state = 'takenBack'
      or exists (select from person p where p.jurisdiction_id = t.jurisdiction_id and p.id = t.person_id and not p.active
        and not exists (select from role_assignment r where r.jurisdiction_id = p.jurisdiction_id and r.person_id = p.id
          and (r.valid_to is null or r.valid_to >= $2::date))))`,
    set: `address = 'erased:' || id, state = 'takenBack', refused_reason = null, code_hash = null`,
  },
  {
    name: 'tokenUses',
    keep: 'tokenUseDays',
    table: 'api_token',
    over: 't.last_used_from is not null and t.last_used_at < $2',
    set: 'last_used_from = null',
  },
  {
    name: 'repeatedAnswers',
    keep: 'repeatedAnswersDays',
    table: 'idempotent_answer',
    over: 't.created_at < $2',
  },
];
