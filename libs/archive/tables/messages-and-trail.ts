import { declaredTable } from './declared-table.js';

const SECRET = 'a secret, to be set anew after an import';
const OF_THE_CLUSTER =
  'how far the server that it was written on had looked; the next one looks through everything once';
const OPENS = 'opens the letter’s page without signing in';

export const MESSAGES_AND_TRAIL = {
  message: declaredTable(
    'a message to a person, in the inbox and to be carried further',
    `id person_id unit_id kind subject_kind subject_id notice_id title body deliver_at created_at delivered_at read_at
     attempts idempotency_key
     channel: \`inbox\`
     state: \`pending\`, \`delivered\`, \`read\` …
     last_error: why it could not be handed out
     shared_out: given to the courier`,
  ),
  alert: declaredTable(
    'what the supervision office watches',
    `id kind plan_id unit_id subject_kind subject_id notice_id title raised_at settled_at idempotency_key
     level: how grave
     detail: in words
     state: \`open\`, \`settled\``,
  ),
  channel: declaredTable(
    'a way out of the house: mail, robots, text messages; without what signs in there',
    `id kind name created_at paused_at paused_by
     settings: what is no secret of it
     state: \`on\`, \`paused\`
     paused_reason: why it is paused
     - sealed_secret: ${SECRET}
     - receipt_hash: opens the address that receipts come to`,
  ),
  contact: declaredTable(
    'an address of a person or a unit on a channel',
    `id channel_id person_id unit_id place created_at
     address: the address; empty: the channel’s
     wants: \`everything\`, \`notices\`
     any_hour: also at night
     state: \`unproven\`, \`inUse\`, \`refused\`, \`takenBack\`
     refused_reason: why it was refused
     kept_by: \`directory\`, or \`self\`: the person
     unwanted: kinds that are not wanted
     codes_sent: codes sent to prove it
     codes_since: counted since
     proven_at
     - code_hash: ${SECRET}
     - code_expires_at: of that code
     - code_tries: of that code`,
  ),
  letter: declaredTable(
    'what was carried to a contact',
    `id contact_id channel_id title state attempts not_before lease_until again failure_code failure created_at sent_at read_at
     delivered_at
     body: what it says; without its link, and empty where it was a code
     reference: what the peer calls it
     purpose: \`messages\`, \`code\`, \`trial\`
     address: where it is no contact’s
     - link_hash: ${OPENS}
     - link_expires_at: of that link`,
  ),
  letter_attempt: declaredTable(
    'an attempt to carry a letter',
    `letter_id channel_id reason
     number: from 1
     begun_at: when it began
     ended_at: when it ended
     outcome: \`sent\`, \`failedForNow\`, \`failedForGood\`, \`unknown\`
     code: why it failed, as a code`,
  ),
  parcel: declaredTable(
    'a message on its way into a letter',
    `message_id contact_id due_at
     letter_id: the letter; absent: not yet
     held_for: what it waits for`,
  ),
  reach_watch: declaredTable(
    'a message that somebody has to be reached with',
    `message_id person_id unit_id due_at reason opened_at raised_at ended_at
     state: \`watched\`, \`toCall\`, \`over\`
     calls_in_vain: calls that reached nobody`,
  ),
  phone_call: declaredTable(
    'an officer called instead',
    `id message_id words called_at recorded_at
     called_by: who called
     reached: who was reached
     outcome: \`reached\`, \`leftWord\`, \`noAnswer\`, \`wrongNumber\``,
  ),
  event_stream: declaredTable(
    'how far the trail has been given positions for other systems; absent: none follows it',
    `last_position: the last position given
     - horizon: ${OF_THE_CLUSTER}
     - cluster: which server that was
     - earlier_from: ${OF_THE_CLUSTER}
     - earlier_below: ${OF_THE_CLUSTER}`,
  ),
  outgoing_event: declaredTable(
    'what other systems are told, by position',
    `subject_kind subject_id seq at
     position: from 1, without a gap
     type: \`task.dispatched\` …
     unit_ids: the units that may see it
     document: the text that is sent, to the letter`,
  ),
  webhook_subscription: declaredTable(
    'another system that is told; without the keys',
    `id name created_at created_by paused_at not_before
     unit_id: whose system; absent: the jurisdiction’s
     url: where to
     event_types: what it wants
     state: \`on\`, \`paused\`, \`removed\`
     paused_code: why it is paused, as a code
     paused_reason: in words
     position: told up to this position
     failures: failures in a row
     failing_since: since when
     - sealed_secret: ${SECRET}
     - former_sealed_secret: ${SECRET}
     - former_until: of the former secret
     - key_hash: ${SECRET}
     - former_key_hash: ${SECRET}`,
  ),
  webhook_delivery: declaredTable(
    'what was or is to be sent to a subscription',
    `id state attempts not_before lease_until again created_at delivered_at failure_code failure
     subscription_id: the subscription
     position: the position in the stream; absent: a trial
     subject: \`task/<id>\`
     type: \`task.dispatched\` …
     event_id: the event’s id, for the receiver
     document: the text, where it is not the stream’s
     first_attempt_at: of the first attempt
     last_attempt_at: of the last attempt
     status: the HTTP status that was answered`,
  ),
  heartbeat: declaredTable(
    'when somebody last looked: by it the next system knows how long nobody did',
    `name
     beat_at: when`,
  ),
  audit_run: declaredTable(
    'what the hourly auditor found',
    `at
     findings: a list`,
  ),
  trail_chain: declaredTable(
    'the chain of one who acts on accounts, settings, exports, personal data',
    `id: the person; zeros: the system and commands at the machine
     version: the number of its last line
     head_hash`,
  ),
  trail_line: declaredTable(
    'a line of such a chain',
    `seq at actor_id prev_hash hash
     chain_id: the chain
     kind: \`account\`, \`configuration\`, \`export\`, \`read\`, \`retention\`, \`evidence\` …
     action: what was done, as a word
     on_behalf_of: for whom
     via: \`page\`, \`token\`, \`command\`, \`system\`, \`open\`
     session_id: in which session
     token_id: with which token
     unit_id: of whom
     target_kind: what it was done to
     target_id: its id
     person_ids: whose data it is about
     details: ids, counts, names of fields
     commitment: salted hash over the personal part; absent: there is none`,
  ),
  trail_personal: declaredTable(
    'the personal part of a line, as long as it is held',
    `seq at
     chain_id: the chain
     salt: of the commitment
     address: from which address
     agent: with which program
     before: what stood there
     after: what stands there now`,
  ),
  seal: declaredTable(
    'a signed root over the ends of all chains',
    `sealed_at hash
     number: from 1 without a gap
     previous_hash: the hash of the seal before
     root: Merkle root of its leaves
     leaves: how many
     public_key: SPKI, base64
     signature: Ed25519, base64
     history: Merkle root over all seals before`,
  ),
  seal_leaf: declaredTable(
    'the end of a chain as a seal has it',
    `subject_kind subject_id
     seq: of the chain’s last link then
     hash: of that link
     number: of the seal`,
  ),
} as const;
