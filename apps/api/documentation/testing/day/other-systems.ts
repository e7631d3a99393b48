import { first, type Day } from './day.js';

/** A subscription of another system. */
export async function otherSystems(day: Day): Promise<void> {
  const { to } = day;
  const name = '区教育局办公系统';
  const wanted = { name, url: 'https://oa.example.gov.cn/luoshi', eventTypes: ['task.*', 'notice.issued'] };
  const made = await to.record('addWebhook', 'admin', { body: { ...wanted, unitId: null } });
  const id = String(made['id']);
  const listed = first(await to.record('webhooks', 'admin'));
  await to.record('updateWebhook', 'admin', {
    parameters: { id },
    body: { ...wanted, eventTypes: ['*'] },
    etag: String(listed['etag']),
  });
  await to.record('pingWebhook', 'admin', { parameters: { id } });
  const deliveries = await to.record('webhookDeliveries', 'admin', { parameters: { id, limit: '20' } });
  await to.record('sendDeliveryAgain', 'admin', {
    parameters: { id, deliveryId: first(deliveries).id },
  });
  await to.record('replayWebhook', 'admin', { parameters: { id }, body: { after: 0 } });
  await to.record('pauseWebhook', 'admin', { parameters: { id }, body: { reason: '对方系统升级。' } });
  await to.record('resumeWebhook', 'admin', { parameters: { id }, body: { givenUp: 'sendAgain' } });
  await to.record('renewWebhook', 'admin', { parameters: { id }, body: { atOnce: false } });
  await to.events(String(made['key']));
  await to.record('removeWebhook', 'admin', { parameters: { id } });
}
