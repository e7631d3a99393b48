import { identifierOf, personIdOf } from '#accountability';
import { secretBox } from '#courier';
import { hashPassword } from '#identity';
import {
  insertCredential,
  migrate,
  openDatabase,
  putChannel,
  putContact,
  type Transaction,
} from '#persistence';
import { preparePostgresQueue } from '#scheduling';
import { asOwner, SMALL_DISTRICT, Story, type OutagePostgres, told } from '#testing';

/** Where the played days begin: two tasks that were reported on once, and then no more. */
export const FROM = '2024-10-09 08:30';
export const PASSWORD = 'a long demo password';
export const SECRET_KEY = Buffer.alloc(32, 7);
const PEOPLE = ['hq', 'commander', 'supervisor', 'convener', 'taskforce', 'head', 'liaison'];
export const TEMPLATE = 'luoshi_template';

/** Founds the small district on a server, as it stands on the morning before a due day; copied for each story. */
export async function prepareTemplate(server: OutagePostgres): Promise<void> {
  const ownerUrl = server.ownerUrl(TEMPLATE);
  await asOwner(server.ownerUrl(), (owner) => owner.query(`create database ${TEMPLATE}`));
  await migrate(ownerUrl);
  await preparePostgresQueue(ownerUrl);
  const database = await openDatabase({ ownerUrl: actingAsApplication(ownerUrl) });
  try {
    const story = await Story.begin(database, '2024-09-23 09:00', 2);
    const at = story.clock.now();
    const passwordHash = await hashPassword(PASSWORD);
    await database.transaction({ jurisdictionId: SMALL_DISTRICT }, async (tx) => {
      for (const username of PEOPLE)
        await insertCredential(tx, {
          personId: personIdOf(SMALL_DISTRICT, username),
          passwordHash,
          mustChange: false,
          at,
        });
    });
    for (const task of [1, 2]) await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
    for (const task of [1, 2]) await story.task('2024-09-23 10:00', 'hq', task, 'dispatch');
    for (const task of [1, 2]) await story.task('2024-09-24 09:00', 'liaison', task, 'sign');
    await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70);
    await story.until(FROM);
    await database.transaction({ jurisdictionId: SMALL_DISTRICT }, async (tx) => {
      // What was said before the channel was there is in the inbox alone.
      await tx.execute('update message set shared_out = true where jurisdiction_id = $1', [SMALL_DISTRICT]);
      await openChannelToAll(tx, story.clock.now());
    });
  } finally {
    await database.close();
  }
}

/** A copy of the template, with letters going to a peer's address. */
export async function copyOfTemplate(
  server: OutagePostgres,
  name: string,
  peer: string,
  template = TEMPLATE,
): Promise<void> {
  await asOwner(server.ownerUrl(), (owner) => owner.query(`create database ${name} template ${template}`));
  await asOwner(server.ownerUrl(name), (owner) =>
    owner.query(`update luoshi.contact set address = $1 || '/' || person_id`, [peer]),
  );
}

/** The owner's login, but as the application from the first statement on. */
export function actingAsApplication(ownerUrl: string, more: Record<string, string> = {}): string {
  const url = new URL(ownerUrl);
  url.searchParams.set('options', '-c role=luoshi_app');
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  return url.toString();
}

async function openChannelToAll(tx: Transaction, at: string): Promise<void> {
  const channelId = identifierOf('channel', SMALL_DISTRICT, '对接系统');
  await told(tx, () =>
    putChannel(tx, {
      id: channelId,
      kind: 'webhook',
      name: '对接系统',
      settings: {},
      sealedSecret: secretBox(SECRET_KEY).seal({ secret: 'a secret of the fault matrix' }),
      createdAt: at,
    }),
  );
  for (const username of PEOPLE) {
    const personId = personIdOf(SMALL_DISTRICT, username);
    await putContact(tx, {
      id: identifierOf('contact', channelId, personId),
      channelId,
      personId,
      unitId: null,
      address: 'http://127.0.0.1:9/',
      wants: 'everything',
      anyHour: false,
      createdAt: at,
    });
  }
}
