import { URI, type TOTP } from 'otpauth';
import { first, type Day, type Item } from './day.js';

/** What everybody has: a session, tokens, messages. */
export async function everybody(day: Day): Promise<void> {
  const { to, password } = day;
  await to.record('health', 'hq');
  await to.record('readiness', 'hq');
  await to.record('session', 'hq');
  to.examples['signIn'] = {
    body: { username: 'hq', password: '（本人的密码）' },
    answer: to.examples['session']?.answer,
  };
  to.examples['changePassword'] = {
    body: { current: '（现在的密码）', next: '（至少十位的新密码）' },
    answer: to.examples['session']?.answer,
  };
  await to.record('signInWays', 'hq');
  await to.record('signOutElsewhere', 'hq');
  await to.record('sessions', 'hq');
  await secondFactor(day);
  const { made } = await to.record('makeApiToken', 'liaison-education', {
    body: { name: '区教育局办公系统', scopes: ['read', 'report', 'act'], days: 180, password },
  });
  await to.record('apiTokens', 'liaison-education');
  await to.record('endApiToken', 'liaison-education', {
    parameters: { id: String((made as Item | undefined)?.id) },
  });
  await to.record('inbox', 'hq', { parameters: { limit: '20' } });
  const message = first(await to.record('inbox', 'liaison-education', { parameters: { limit: '20' } }));
  await to.record('messageDelivery', 'liaison-education', { parameters: { id: message.id } });
  await to.record('markRead', 'liaison-education', { body: { ids: [message.id] } });
  await to.record('calendarFeed', 'liaison-education');
  await to.record('renewCalendarFeed', 'liaison-education');
  const mine = await to.record('myMessages', 'liaison-education');
  await to.record('chooseMessages', 'liaison-education', {
    body: { inOrder: true, hours: { from: '09:00', to: '17:30' }, order: [] },
    etag: String(mine['etag']),
  });
}

async function secondFactor(day: Day): Promise<void> {
  const { to, password } = day;
  const who = 'deputy';
  await to.record('secondFactor', who);
  const begun = await to.record('beginSecondFactor', who, { body: { password } });
  const app = URI.parse(String(begun['address'])) as TOTP;
  const { now } = await to.record('session', who);
  const code = app.generate({ timestamp: Date.parse(String(now)) });
  await to.record('confirmSecondFactor', who, { body: { code } });
  await to.record('renewRecoveryCodes', who, { body: { password } });
  to.examples['endSecondFactor'] = { body: { password: '（本人的密码）', code: '492039' } };
}
