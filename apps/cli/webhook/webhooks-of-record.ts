import type { Actor } from '#accountability';
import { newWebhookSchema } from '#contract';
import {
  addWebhook,
  pauseWebhookByHand,
  pingWebhook,
  removeWebhookByHand,
  renewWebhook,
  replayWebhook,
  resumeWebhookByHand,
  sendAgain,
  type Engine,
  type NewSecrets,
  type WebhookCommand,
} from '#engine';
import {
  deliveriesOf,
  deliveryCounts,
  webhookSubscriptions,
  type DeliveryCounts,
  type DeliveryRead,
  type WebhookSubscriptionRead,
} from '#persistence';
import { CliError } from '../cli-error.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { outsideWorld } from '../system/outside-world.js';
import { readEnvironment, withOptions } from '../system/read-environment.js';
import { withRecord } from '../system/with-record.js';
import { accepted, type UnitsOptions } from '../units/units-of-record.js';

/** Whoever has the command line of the server is its administrator. */
const administratorOf = (jurisdictionId: string): Actor => ({
  personId: null,
  unitId: null,
  roles: [{ role: 'administrator', scopeKind: 'jurisdiction', scopeId: jurisdictionId }],
});

const withJurisdiction = <T>(
  options: UnitsOptions,
  work: (engine: Engine, jurisdictionId: string) => Promise<T>,
): Promise<T> =>
  withRecord(options, async (engine) =>
    work(engine, (await oneJurisdiction(engine, options.jurisdiction)).id),
  );

async function sealOf(options: UnitsOptions): Promise<(secret: unknown) => string> {
  const { config } = readEnvironment();
  const { box } = await outsideWorld(withOptions(config, options));
  return (secret) => box.seal(secret);
}

export type ListedWebhook = Omit<WebhookSubscriptionRead, 'sealedSecret' | 'formerSealedSecret'> & {
  counts: Omit<DeliveryCounts, 'subscriptionId'>;
};

/** Subscriptions without their secrets. */
export const listWebhooks = (options: UnitsOptions): Promise<ListedWebhook[]> =>
  withJurisdiction(options, ({ context }, jurisdictionId) =>
    context.database.transaction({ jurisdictionId }, async (tx) => {
      const counts = new Map(
        (await deliveryCounts(tx)).map(({ subscriptionId, ...rest }) => [subscriptionId, rest]),
      );
      const none = { waiting: 0, failing: 0, dead: 0, lastDeliveredAt: null };
      return (await webhookSubscriptions(tx)).map(
        ({ sealedSecret: _sealed, formerSealedSecret: _former, ...row }) => ({
          ...row,
          counts: counts.get(row.id) ?? none,
        }),
      );
    }),
  );

export interface AddOptions extends UnitsOptions {
  url: string;
  events: string[];
  unit?: string;
}

/** @throws CliError INPUT_INVALID where the name, the address or an event is none; REFUSED */
export async function addOne(name: string, options: AddOptions): Promise<NewSecrets> {
  const wanted = newWebhookSchema.safeParse({
    name,
    url: options.url,
    eventTypes: options.events,
    unitId: null,
  });
  if (!wanted.success)
    throw new CliError('REFUSED', wanted.error.issues.map(({ message }) => message).join('；'));
  const seal = await sealOf(options);
  return withJurisdiction(options, async (engine, jurisdictionId) => {
    const unitId = options.unit === undefined ? null : await unitNamed(engine, jurisdictionId, options.unit);
    const command = { jurisdictionId, actor: administratorOf(jurisdictionId), ...wanted.data, unitId };
    const { secret, key } = accepted(await addWebhook(engine.context, command, seal));
    return { secret, key };
  });
}

async function unitNamed(engine: Engine, jurisdictionId: string, name: string): Promise<string> {
  const [row] = await engine.context.database.transaction({ jurisdictionId }, (tx) =>
    tx.query<{ id: string }>('select id from unit where jurisdiction_id = $1 and (name = $2 or code = $2)', [
      jurisdictionId,
      name,
    ]),
  );
  if (row) return row.id;
  throw new CliError('REFUSED', `单位目录中没有“${name}”。用 npx luoshi units list 查看。`);
}

/** Does something with the subscription of a name. @throws CliError REFUSED */
const withNamed = <T>(
  name: string,
  options: UnitsOptions,
  work: (engine: Engine, command: WebhookCommand) => Promise<T>,
): Promise<T> =>
  withJurisdiction(options, async (engine, jurisdictionId) => {
    const rows = await engine.context.database.transaction({ jurisdictionId }, webhookSubscriptions);
    const found = rows.find((row) => row.name === name);
    if (found === undefined)
      throw new CliError('REFUSED', `没有名为“${name}”的事件订阅。用 npx luoshi webhook list 查看。`);
    return work(engine, { jurisdictionId, actor: administratorOf(jurisdictionId), webhookId: found.id });
  });

export const pauseNamed = (name: string, reason: string, options: UnitsOptions): Promise<unknown> =>
  withNamed(name, options, async ({ context }, command) =>
    accepted(await pauseWebhookByHand(context, { ...command, reason })),
  );

export const resumeNamed = (
  name: string,
  givenUp: 'sendAgain' | 'leaveOut',
  options: UnitsOptions,
): Promise<{ deliveries: number }> =>
  withNamed(name, options, async ({ context }, command) =>
    accepted(await resumeWebhookByHand(context, { ...command, givenUp })),
  );

export const removeNamed = (name: string, options: UnitsOptions): Promise<unknown> =>
  withNamed(name, options, async ({ context }, command) =>
    accepted(await removeWebhookByHand(context, command)),
  );

export const pingNamed = (name: string, options: UnitsOptions): Promise<{ deliveryId: string }> =>
  withNamed(name, options, async ({ context }, command) => accepted(await pingWebhook(context, command)));

export async function renewNamed(
  name: string,
  atOnce: boolean,
  options: UnitsOptions,
): Promise<NewSecrets & { formerUntil: string }> {
  const seal = await sealOf(options);
  return withNamed(name, options, async ({ context }, command) =>
    accepted(await renewWebhook(context, { ...command, atOnce }, seal)),
  );
}

export const replayNamed = (
  name: string,
  from: { after: number } | { since: string },
  options: UnitsOptions,
): Promise<{ after: number }> =>
  withNamed(name, options, async ({ context }, command) =>
    accepted(await replayWebhook(context, { ...command, from })),
  );

export const deliveriesNamed = (
  name: string,
  states: readonly string[],
  limit: number,
  options: UnitsOptions,
): Promise<DeliveryRead[]> =>
  withNamed(name, options, ({ context }, { jurisdictionId, webhookId }) =>
    context.database.transaction({ jurisdictionId }, (tx) => deliveriesOf(tx, webhookId, { states, limit })),
  );

export const sendAgainNamed = (name: string, deliveryId: string, options: UnitsOptions): Promise<unknown> =>
  withNamed(name, options, async ({ context }, command) =>
    accepted(await sendAgain(context, { ...command, deliveryId })),
  );
