/** Carries messages out of the house: shares them out, packs what is due together, sends, tries again, gives up aloud. */
export { CHANNEL_SETTINGS, ROBOTS } from './channel-settings.js';
export { createCourier, type Carried, type Courier, type CourierOptions } from './courier.js';
export { openChannel, outgoingRules, type OutsideWorld } from './open-channel.js';
export type { PackingRules } from './pack-letters.js';
export type { CourierRules } from './share-out.js';
export { sharedOut } from './share-out.js';
export { recordReceipts, type Received } from './record-receipts.js';
export { secretBox, type SecretBox } from './secret-box.js';
export { COURIER_FAULTS, type CourierFault } from './send-letters.js';
export {
  createWebhookSender,
  WEBHOOK_FAULTS,
  type WebhookFault,
  type WebhookSender,
  type WebhookSenderOptions,
} from './webhooks/webhook-sender.js';
