export { DOCUMENT_VERSION } from './event-document.js';
export {
  addWebhook,
  pauseWebhookByHand,
  pingWebhook,
  removeWebhookByHand,
  renewWebhook,
  replayWebhook,
  resumeWebhookByHand,
  sendAgain,
  updateWebhook,
  webhookTag,
  type AddWebhookCommand,
  type Seal,
  type WebhookCommand,
  type WebhookWanted,
} from './manage-webhooks.js';
export { managesWebhooks, mayManageSome, type Manages } from './may-manage.js';
export { outgoingRulesOf } from './outgoing-rules.js';
export { placeEvents, type PlaceOptions } from './place-events.js';
export { readEvents, readerOfKey, type EventsRead } from './read-events.js';
export { lastOfTrail, readTrail, type TrailRead } from './read-trail.js';
export type { NewSecrets } from './secrets.js';
