import type { HttpPeer } from '#testing';
import { asOwner } from '#testing';

/** The timeline of a story: everything that must be there once, in order, without what is drawn at random. */
const QUERIES = {
  events: `select subject_kind, subject_id, seq, type, payload, at, actor_id, unit_id from luoshi.event order by 1, 2, 3`,
  rungs: `select subject_id, generation, rung, claimed_at from luoshi.rung_claim order by 1, 2, 3`,
  notices: `select kind, number, state, title, body, unit_id, drafted_at, issued_at from luoshi.notice order by kind, number, unit_id`,
  messages: `select id, person_id, kind, title, body, state, deliver_at, delivered_at from luoshi.message order by person_id, deliver_at, id`,
  alerts: `select kind, level, unit_id, title, state, raised_at from luoshi.alert order by 1, 4, 6`,
  clocks: `select subject_id, name, generation, state, projected_at from luoshi.deadline order by 1, 2, 3`,
  reports: `select obligation_id, revision, progress, filed_at from luoshi.progress_report order by 1, 2`,
  sittings: `select period, filed_at from luoshi.sitting order by 1`,
};

export type StoryRecord = Record<string, object[]>;

export function recordOf(ownerUrl: string): Promise<StoryRecord> {
  return asOwner(ownerUrl, async (owner) => {
    const record: StoryRecord = {};
    for (const [name, query] of Object.entries(QUERIES))
      record[name] = (await owner.query<object>(query)).rows;
    return record;
  });
}

/** Without when it was handed out, or found not to arrive: a worker whose clock is ahead is ahead there. */
export const apartFromDelivery = (record: StoryRecord): StoryRecord => ({
  ...record,
  messages: (record['messages'] ?? []).map((message) => ({ ...message, delivered_at: null })),
  alerts: (record['alerts'] ?? []).map((alert) =>
    'kind' in alert && alert.kind === 'unreached' ? { ...alert, raised_at: null } : alert,
  ),
});

export interface LettersOfStory {
  /** Messages that a letter took to their person: `person/message`, each once where all is well. */
  told: string[];
  /** Letters that the record says were sent, by their keys. */
  sent: string[];
  /** Keys that the peer was given, each once. */
  received: string[];
  /** Keys that the peer was given more than once without being told that it may be a repeat. */
  doubled: string[];
  /** How many times the peer was asked in all. */
  requests: number;
}

/** What went out of the house: what the record says against what the peer has. */
export async function lettersOf(ownerUrl: string, peer: HttpPeer): Promise<LettersOfStory> {
  const [told, sent] = await asOwner(ownerUrl, async (owner) => {
    const parcels = await owner.query<{ told: string }>(
      `select c.person_id || '/' || p.message_id as told from luoshi.parcel p
       join luoshi.contact c on c.id = p.contact_id join luoshi.letter l on l.id = p.letter_id
       where l.state = 'sent' order by 1`,
    );
    const letters = await owner.query<{ id: string }>(
      `select id from luoshi.letter where state = 'sent' order by id`,
    );
    return [parcels.rows.map(({ told: one }) => one), letters.rows.map(({ id }) => id)];
  });
  const seen = new Map<string, number>();
  const doubled: string[] = [];
  for (const { body } of peer.received) {
    const { id, again } = JSON.parse(body) as { id: string; again: boolean };
    if (seen.has(id) && !again) doubled.push(id);
    seen.set(id, (seen.get(id) ?? 0) + 1);
  }
  const received = [...seen.keys()].sort();
  return { told, sent, received, doubled, requests: peer.received.length };
}
