import type { Fault } from './fault.js';

const FIRING = 'libs/engine/fire-due-deadlines.ts';
const LETTERS = 'libs/persistence/stores/letter.store.ts';

/** What is to hold though processes die, connections break and several work at once; tried by lived months. */
export const durability: readonly Fault[] = [
  {
    name: 'clock-taken-before-its-work',
    file: FIRING,
    text: 'const due = await takeDueDeadlines(tx, now, BATCH);',
    replacement:
      'const due = await context.database.transaction({ jurisdictionId }, (own) => takeDueDeadlines(own, now, BATCH));',
    breaks: 'Who dies between a clock and what follows from it has lost that for ever.',
  },
  {
    name: 'late-clock-dated-to-its-time',
    file: 'libs/engine/fired-envelopes.ts',
    text: 'return addMinutes(at, PUNCTUAL_WITHIN_MINUTES) >= now ? at : now;',
    replacement: 'return at;',
    breaks: 'After an outage all rungs come at once, as if nobody had been down.',
  },
  {
    name: 'gaps-between-rungs-not-kept',
    file: 'libs/accountability/ladder/next-rung.ts',
    text: "budget: { kind: 'latestOf', of: [fromDue, { kind: 'workingDays', from: climb.effectiveAt, days: gap }] },",
    replacement: 'budget: gap < 0 ? offsetFrom(climb.effectiveAt, rung.offset) : fromDue,',
    breaks: 'A rung comes sooner after a late one before it than their offsets say.',
  },
  {
    name: 'answer-forgotten',
    file: 'libs/engine/unit-of-work.ts',
    text: 'this.#repeated.set(`${keyOf({ kind, id: event.subjectId })}/${idempotencyKey}`, event);',
    replacement: 'void [event, kind, idempotencyKey];',
    breaks: 'Who asks again because no answer came is refused what has been done, or does it twice.',
  },
  {
    name: 'letter-of-a-dead-sender-left',
    file: LETTERS,
    text: "and state = 'sending' and lease_until < $2 returning id, attempts)",
    replacement: "and state = 'sending' and lease_until < $2 and false returning id, attempts)",
    breaks: 'A letter whose sender died is never sent again.',
  },
  {
    name: 'repeat-that-does-not-say-so',
    file: LETTERS,
    text: "update letter set state = 'failedForNow', again = true,",
    replacement: "update letter set state = 'failedForNow', again = false,",
    breaks: 'A letter that may have arrived is sent again without a word.',
  },
  {
    name: 'letter-claimed-by-two',
    file: LETTERS,
    text: "and channel_id = $2 and not_before <= $3 and state <> 'sending'",
    replacement: 'and channel_id = $2 and not_before <= $3',
    breaks: 'Two couriers send the same letter at the same time.',
  },
  {
    name: 'unknown-outcome-taken-for-sent',
    file: LETTERS,
    text: "const state = end.outcome === 'sent' ? taken :",
    replacement: "const state = end.outcome === 'sent' || end.outcome === 'unknown' ? taken :",
    breaks: 'A letter that was handed out to a peer that hung up counts as sent.',
  },
  {
    name: 'delivered-before-its-hour',
    file: 'libs/persistence/stores/message.store.ts',
    text: "and channel = 'inbox' and state = 'pending' and deliver_at <= $1",
    replacement:
      "and channel = 'inbox' and state = 'pending' and deliver_at <= $1::timestamptz + interval '1 day'",
    breaks: 'What is held for the morning is handed out at night.',
  },
  {
    name: 'quiet-hours-forgotten',
    file: 'libs/engine/desk.ts',
    text: 'deliverAt: nextOpenInstant(first.rules.calendar, first.cause.at, first.rules.policy.quietHours),',
    replacement: 'deliverAt: first.cause.at,',
    breaks: 'People are told at any hour.',
  },
  {
    name: 'vacant-post-passed-over',
    file: 'libs/engine/audience.ts',
    text: 'found = standIn === null ? [] : holding(standIn, place);',
    replacement: 'found = [];',
    breaks: 'Where nobody holds the post, nobody is told.',
  },
  {
    name: 'outage-not-told',
    file: 'libs/engine/outage.ts',
    text: 'if (missed + waiting === 0) return null;',
    replacement: 'if (missed + waiting >= 0) return null;',
    breaks: 'The supervision office does not hear that the system was down.',
  },
  {
    name: 'heart-beaten-before-the-report',
    file: 'libs/engine/sweep.ts',
    text: "reportOutage(tx, context.book, await beat(tx, 'sweeper', now), now),",
    replacement:
      "reportOutage(tx, context.book, await context.database.transaction({ jurisdictionId }, (own) => beat(own, 'sweeper', now)), now),",
    breaks: 'Who dies between the first beat after an outage and the report of it has lost that report.',
  },
];
