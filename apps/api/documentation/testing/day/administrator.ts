import { itemsIn, type Day, type Item } from './day.js';
import { accounts } from './accounts.js';

/** Channels, letters and addresses. */
export async function administrator(day: Day): Promise<void> {
  const { to } = day;
  const people = itemsIn(await to.record('peopleContacts', 'admin', { parameters: { limit: '20' } }));
  const channels = itemsIn(await to.record('channels', 'admin'));
  const [mail, sms] = ['mail', 'sms'].map((kind) => channels.find((one) => one['kind'] === kind)?.id ?? '');
  const person = String(people[0]?.id);
  await to.record('recordContact', 'admin', {
    parameters: { id: person },
    body: { channelId: mail, address: 'zhongxiang@luoshi.example' },
  });
  const kept = itemsIn(await to.record('peopleContacts', 'admin', { parameters: { limit: '1' } }))[0];
  await to.record('takeBackContact', 'admin', {
    parameters: { id: person, contact: String((kept?.['contacts'] as Item[] | undefined)?.[0]?.id) },
  });
  const parameters = { id: mail ?? '' };
  await to.record('pauseChannel', 'admin', { parameters, body: { reason: '邮件服务器检修。' } });
  await to.record('resumeChannel', 'admin', { parameters });
  await to.record('tryChannel', 'admin', { parameters, body: { address: 'admin@luoshi.example' } });
  const letters = itemsIn(await to.record('letters', 'admin', { parameters: { limit: '20' } }));
  await to.record('letter', 'admin', { parameters: { id: String(letters[0]?.id) } });
  const dead = letters.find(({ mayRequeue }) => mayRequeue === true);
  if (dead !== undefined) await to.record('requeueLetter', 'admin', { parameters: { id: dead.id } });
  await to.record('requeueChannel', 'admin', { parameters });
  await to.record('renewReceipts', 'admin', { parameters: { id: sms ?? '' } });
  await ownAddress(day, mail ?? '');
  await to.record('trail', 'shenji', { parameters: { limit: '20' } });
  await to.record('trailChain', 'shenji', { parameters: { kind: 'task', id: day.taskId } });
  await accounts(day);
}

async function ownAddress(day: Day, channelId: string): Promise<void> {
  const { to } = day;
  const who = 'liaison-education';
  const mine = await to.record('offerContact', who, {
    body: { channelId, address: 'lianluoyuan@luoshi.example' },
  });
  const id = String((mine['contacts'] as Item[] | undefined)?.[0]?.id);
  await to.record('sendCode', who, { parameters: { id } });
  await to.record('proveContact', who, { parameters: { id }, body: { code: await day.codeOf(id) } });
  const now = await to.record('myMessages', who);
  await to.record('chooseForContact', who, {
    parameters: { id },
    body: { unwanted: ['reminders'], anyHour: false },
    etag: String(now['etag']),
  });
  await to.record('giveUpContact', who, { parameters: { id } });
}
