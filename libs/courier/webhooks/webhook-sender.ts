import type { OutgoingRules } from '#accountability';
import { addMinutes, type Instant } from '#calendar';
import { backoffAfter, post, standardHeaders } from '#notify';
import {
  claimDeliveries,
  forgetDeliveries,
  lockOpenWebhook,
  lockWebhook,
  noteWebhookHealth,
  settleDelivery,
  waitingDeliveries,
  webhookSubscriptions,
  type ClaimedDelivery,
  type Clock,
  type Database,
  type Transaction,
  type WebhookSubscriptionRead,
} from '#persistence';
import type { OutsideWorld } from '../open-channel.js';
import { judgeAnswer, type Verdict } from './judge-answer.js';
import { makeOut } from './make-out.js';
import { pauseAloud } from './tell-paused.js';

/** Where a process can be made to die, for tests of what is left behind. */
export const WEBHOOK_FAULTS = ['webhooks.claimed', 'webhook.sent', 'webhook.settled'] as const;
export type WebhookFault = (point: (typeof WEBHOOK_FAULTS)[number]) => void;

export interface WebhookSenderOptions {
  database: Database;
  clock: Clock;
  world: OutsideWorld;
  /** The policy in force in a transaction's jurisdiction. */
  rules: (tx: Transaction) => Promise<OutgoingRules>;
  fault?: WebhookFault;
}

/** Hands events over to other systems. Any number may run, in any number of processes. */
export interface WebhookSender {
  /** Sends what can be sent for a jurisdiction now. Returns how many attempts were made. */
  send(this: void, jurisdictionId: string, stopped?: () => boolean): Promise<number>;
}

/** A sender that says nothing for so long is gone: longer than any answer is waited for. */
const LEASE_MINUTES = 3;
/** On their way to one system at a time, from all processes together. */
const AT_ONCE = 8;
/** After so many failures in a row, one delivery at a time asks whether anybody is there. */
const DOUBTFUL = 5;
/** How long such a receiver is left in peace, ms: doubling from the first to the last. */
const REST = { first: 10_000, most: 5 * 60_000 };
/** Systems that are sent to at the same time: a slow one holds nobody else up. */
const SYSTEMS_AT_ONCE = 16;
/** An answer's text is of no interest. */
const ANSWER_BYTES = 4 * 1024;
const FORGET_EVERY_MINUTES = 60;
const FORGOTTEN_AT_ONCE = 2_000;

interface Claimed {
  webhook: WebhookSubscriptionRead;
  secrets: string[];
  deliveries: ClaimedDelivery[];
  /** There is more to make out, although nothing was claimed. */
  more: boolean;
}

export function createWebhookSender(options: WebhookSenderOptions): WebhookSender {
  const forgotten = new Map<string, Instant>();
  return {
    send: async (jurisdictionId, stopped = () => false) => {
      await forget(options, jurisdictionId, forgotten);
      const all = await options.database.transaction({ jurisdictionId }, webhookSubscriptions);
      const waiting = all.filter(({ state }) => state === 'on');
      let attempts = 0;
      const sendOn = async (): Promise<void> => {
        for (let next = waiting.shift(); next !== undefined && !stopped(); next = waiting.shift())
          attempts += await sendTo(options, { jurisdictionId, ...next }, stopped);
      };
      await Promise.all(Array.from({ length: Math.min(SYSTEMS_AT_ONCE, waiting.length) }, sendOn));
      return attempts;
    },
  };
}

interface To {
  jurisdictionId: string;
  id: string;
  unitId: string | null;
}

async function sendTo(options: WebhookSenderOptions, to: To, stopped: () => boolean): Promise<number> {
  const { database, fault = () => undefined } = options;
  // Bound to the unit whose system it is: the database gives out nothing of anybody else.
  const scope = { jurisdictionId: to.jurisdictionId, unitId: to.unitId };
  const flying = new Set<Promise<void>>();
  const failures: Error[] = [];
  const launch = (claimed: Claimed, delivery: ClaimedDelivery): void => {
    const flight = sendOne(options, scope, claimed, delivery)
      .catch((error: unknown) => {
        failures.push(error instanceof Error ? error : new Error(String(error)));
      })
      .finally(() => flying.delete(flight));
    flying.add(flight);
  };
  let attempts = 0;
  for (let more = true; more && failures.length === 0 && !stopped();) {
    const wereFlying = flying.size > 0;
    const claimed = await database.transaction(scope, (tx) => claim(options, tx, to.id));
    fault('webhooks.claimed');
    if (claimed !== null) for (const delivery of claimed.deliveries) launch(claimed, delivery);
    attempts += claimed?.deliveries.length ?? 0;
    // A slow answer holds up its own subject alone: whatever ends first makes room for the next.
    if (flying.size > 0) await Promise.race(flying);
    // What was under way when we asked may have held the row, or back what comes next.
    else if (!wereFlying) more = claimed?.more ?? false;
  }
  await Promise.all(flying);
  if (failures[0] !== undefined) throw failures[0];
  return attempts;
}

async function claim(
  { clock, world }: WebhookSenderOptions,
  tx: Transaction,
  id: string,
): Promise<Claimed | null> {
  const webhook = await lockOpenWebhook(tx, id);
  if (webhook === null) return null;
  const now = clock.now();
  const { waiting, sending } = await waitingDeliveries(tx, id, now);
  const more = await makeOut(tx, webhook, waiting, now);
  if (webhook.notBefore !== null && webhook.notBefore > now) return null;
  const limit = (webhook.failures >= DOUBTFUL ? 1 : AT_ONCE) - sending;
  if (limit <= 0) return null;
  const leaseUntil = addMinutes(now, LEASE_MINUTES);
  const deliveries = await claimDeliveries(tx, id, { now, leaseUntil, limit });
  if (deliveries.length === 0) return { webhook, secrets: [], deliveries, more };
  try {
    return { webhook, secrets: secretsOf(webhook, world, now), deliveries, more };
  } catch (error) {
    const reason = `签名密钥无法读取（${error instanceof Error ? error.message : String(error)}），请更换密钥`;
    for (const { id: deliveryId, attempts: attempt } of deliveries)
      await settleDelivery(tx, {
        ...NO_ANSWER,
        id: deliveryId,
        attempt,
        at: now,
        code: 'secretUnreadable',
        reason,
        notBefore: now,
      });
    await pauseAloud(tx, webhook, 'secretUnreadable', reason, now);
    return null;
  }
}

const NO_ANSWER = { state: 'failedForNow', status: null, unknown: false } as const;

/** The secrets that sign: the new one first, and the former one while the receiver changes over. */
function secretsOf(webhook: WebhookSubscriptionRead, { box }: OutsideWorld, now: Instant): string[] {
  const { sealedSecret, formerSealedSecret, formerUntil } = webhook;
  // A record that came from elsewhere has none: nothing leaves unsigned.
  if (sealedSecret === null) throw new Error('没有签名密钥');
  const former = formerUntil !== null && formerUntil > now ? formerSealedSecret : null;
  return [sealedSecret, former].flatMap((sealed) => (sealed === null ? [] : [String(box.open(sealed))]));
}

async function sendOne(
  options: WebhookSenderOptions,
  scope: { jurisdictionId: string; unitId: string | null },
  { webhook, secrets }: Claimed,
  delivery: ClaimedDelivery,
): Promise<void> {
  const { database, world, fault = () => undefined } = options;
  const { document: body, eventId: id } = delivery;
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'luoshi-webhooks/1',
    ...standardHeaders(secrets, { id, now: world.now(), body }),
  };
  const answer = await post(
    { url: webhook.url, headers, body },
    { ...world.rules, answerBytes: ANSWER_BYTES },
  );
  fault('webhook.sent');
  await database.transaction(scope, (tx) => settle(options, tx, webhook.id, delivery, judgeAnswer(answer)));
  fault('webhook.settled');
}

async function settle(
  { clock, rules }: WebhookSenderOptions,
  tx: Transaction,
  webhookId: string,
  { id, attempts, firstAttemptAt }: ClaimedDelivery,
  verdict: Verdict,
): Promise<void> {
  // As it is now: others of its deliveries may have been settled since.
  const webhook = await lockWebhook(tx, webhookId);
  if (webhook === null) return;
  const at = clock.now();
  const end = { id, attempt: attempts, at, status: verdict.status };
  if (verdict.means === 'delivered') {
    await settleDelivery(tx, {
      ...end,
      state: 'delivered',
      code: null,
      reason: null,
      unknown: false,
      notBefore: null,
    });
    if (webhook.failures > 0)
      await noteWebhookHealth(tx, { id: webhookId, failures: 0, failingSince: null, notBefore: null });
    return;
  }
  const { code, reason } = verdict;
  if (verdict.means === 'pause') {
    await settleDelivery(tx, { ...end, state: 'failedForNow', code, reason, unknown: false, notBefore: at });
    return pauseAloud(tx, webhook, code, reason, at);
  }
  const { firstRetrySeconds, retryFactor, longestPauseHours, giveUpAfterHours } = await rules(tx);
  const rule = {
    first: firstRetrySeconds * 1000,
    factor: retryFactor,
    most: longestPauseHours * 3_600_000,
    attempts: Number.MAX_SAFE_INTEGER,
  };
  const pause = Math.max(backoffAfter(rule, attempts, id) ?? rule.most, verdict.restMs);
  const notBefore = addMinutes(at, pause / 60_000);
  const dead = notBefore > addMinutes(firstAttemptAt, giveUpAfterHours * 60);
  const settled = await settleDelivery(tx, {
    ...end,
    state: dead ? 'dead' : 'failedForNow',
    code,
    reason,
    unknown: verdict.unknown,
    notBefore: dead ? null : notBefore,
  });
  if (!settled) return;
  const failures = webhook.failures + 1;
  await noteWebhookHealth(tx, {
    id: webhookId,
    failures,
    failingSince: webhook.failingSince ?? at,
    notBefore: restUntil(failures, verdict.restMs, at),
  });
  if (dead)
    await pauseAloud(
      tx,
      webhook,
      'exhausted',
      `同一事件已试发 ${attempts} 次，${giveUpAfterHours} 小时仍未送达（${reason}）`,
      at,
    );
}

/** What the receiver asked for, and where it fails again and again, a pause of our own. */
function restUntil(failures: number, askedMs: number, at: Instant): Instant | null {
  const own = failures < DOUBTFUL ? 0 : Math.min(REST.most, REST.first * 2 ** (failures - DOUBTFUL));
  const rest = Math.max(own, askedMs);
  return rest === 0 ? null : addMinutes(at, rest / 60_000);
}

/** Now and then, deliveries that were settled long ago. */
async function forget(
  { database, clock, rules }: WebhookSenderOptions,
  jurisdictionId: string,
  forgotten: Map<string, Instant>,
): Promise<void> {
  const now = clock.now();
  const before = forgotten.get(jurisdictionId);
  if (before !== undefined && addMinutes(before, FORGET_EVERY_MINUTES) > now) return;
  forgotten.set(jurisdictionId, now);
  await database.transaction({ jurisdictionId }, async (tx) => {
    const { keepDeliveriesDays } = await rules(tx);
    await forgetDeliveries(tx, addMinutes(now, -keepDeliveriesDays * 24 * 60), FORGOTTEN_AT_ONCE);
  });
}
