export { acknowledgeLetter, openLetter, type LinkClaim, type OpenedLetter } from './open-letter.js';
export { callsPeople, recordCall, type RecordCallCommand, type RecordedCall } from './record-call.js';
export { rulesInForce } from './rules-in-force.js';
export {
  deliveriesOf,
  deliveryOf,
  inboxOf,
  letterDelivery,
  type Delivery,
  type DeliveredMessage,
  type DeliveryState,
  type HeldBecause,
  type LetterStanding,
} from './delivery.js';
export { ownSettingsTag } from './own-settings-tag.js';
export {
  chooseForOwnContact,
  chooseMessages,
  giveUpOwnContact,
  offerOwnContact,
  OWN_KINDS,
  proveOwnContact,
  sendAnotherCode,
  takesClass,
  type OwnChoice,
  type Owner,
} from './own-contacts.js';
export {
  administersChannels,
  recordContactOf,
  renewReceiptAddress,
  requeueLetters,
  sendTrialLetter,
  setChannelPaused,
  takeBackContactOf,
  type Administering,
} from './administer-letters.js';
