/** Hands one rendered message to one peer over one channel, and says how it ended. No database, no queue. */
export {
  FAILURE_CODES,
  type Attempt,
  type Channel,
  type FailureCode,
  type Letter,
  type RateLimit,
} from './channel.js';
export { backoffAfter, DEFAULT_BACKOFF, type BackoffRule } from './backoff.js';
export { freeAt } from './rate.js';
export { readBounce, type Bounce } from './mail/read-bounce.js';
export { mailChannel, mailSettingsSchema, type MailSettings } from './mail/mail.channel.js';
export { attemptOf } from './outgoing/attempt-of.js';
export { OUTGOING_RULES, post, type Answer, type OutgoingRules } from './outgoing/post.js';
export { DINGTALK } from './robots/dingtalk.robot.js';
export { FEISHU } from './robots/feishu.robot.js';
export { robotChannel, type RobotKind, type RobotSettings } from './robots/robot.js';
export { WECOM } from './robots/wecom.robot.js';
export { readReceipts, smsReceiptsSchema, type ReceiptRead, type SmsReceipts } from './sms/sms-receipts.js';
export { smsChannel, smsGatewaySchema, type SmsGateway } from './sms/sms.channel.js';
export { REPLAY_WINDOW_SECONDS, signatureOf, verifySignature, type Verdict } from './webhook/signature.js';
export { standardHeaders } from './webhook/standard-signature.js';
export { postSigned, webhookChannel, type WebhookSettings } from './webhook/webhook.channel.js';
