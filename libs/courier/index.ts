/** Carries messages out of the house: shares them out, packs what is due together, sends, tries again, gives up aloud. */
export { CHANNEL_SETTINGS, ROBOTS } from './channel-settings.js';
export { createCourier, type Carried, type Courier, type CourierOptions } from './courier.js';
export { letterLinks, type LetterLinks, type LinkClaim, type LinkedTo } from './letter-links.js';
export { openChannel, outgoingRules, type OutsideWorld } from './open-channel.js';
export type { PackingRules } from './pack-letters.js';
export type { CourierRules } from './share-out.js';
export { sharedOut } from './share-out.js';
export { recordBounce, type BounceRecorded } from './record-bounce.js';
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
