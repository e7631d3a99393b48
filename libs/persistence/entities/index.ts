import { JurisdictionEntity } from './jurisdiction.entity.js';
import { CalendarChangeEntity } from './calendar-change.entity.js';
import { CalendarVersionEntity } from './calendar-version.entity.js';
import { PolicyVersionEntity } from './policy-version.entity.js';
import { UnitEntity } from './unit.entity.js';
import { UnitAliasEntity } from './unit-alias.entity.js';
import { UnitChangeEntity } from './unit-change.entity.js';
import { UnitSuccessionEntity } from './unit-succession.entity.js';
import { PartRequestEntity } from './part-request.entity.js';
import { PersonEntity } from './person.entity.js';
import { CredentialEntity } from './credential.entity.js';
import { SessionEntity } from './session.entity.js';
import { RoleAssignmentEntity } from './role-assignment.entity.js';
import { PlanEntity } from './plan.entity.js';
import { ActionEntity } from './action.entity.js';
import { TaskEntity } from './task.entity.js';
import { ResponsibilityEntity } from './responsibility.entity.js';
import { IndicatorEntity } from './indicator.entity.js';
import { ReportingLineEntity } from './reporting-line.entity.js';
import { SittingEntity } from './sitting.entity.js';
import { ObligationEntity } from './obligation.entity.js';
import { ProgressReportEntity } from './progress-report.entity.js';
import { ParkedReportEntity } from './parked-report.entity.js';
import { DutyRecordEntity } from './duty-record.entity.js';
import { EventEntity } from './event.entity.js';
import { DeadlineMoveEntity } from './deadline-move.entity.js';
import { DeadlineEntity } from './deadline.entity.js';
import { SealLeafEntity } from './seal-leaf.entity.js';
import { SealEntity } from './seal.entity.js';
import { TrailChainEntity } from './trail-chain.entity.js';
import { TrailLineEntity } from './trail-line.entity.js';
import { TrailPersonalEntity } from './trail-personal.entity.js';
import { ApiTokenEntity } from './api-token.entity.js';
import { RecoveryCodeEntity } from './recovery-code.entity.js';
import { SecondFactorEntity } from './second-factor.entity.js';
import { RungClaimEntity } from './rung-claim.entity.js';
import { NoticeEntity } from './notice.entity.js';
import { NoticeMemberEntity } from './notice-member.entity.js';
import { NoticeSeriesEntity } from './notice-series.entity.js';
import { MessageEntity } from './message.entity.js';
import { AlertEntity } from './alert.entity.js';
import { IdempotentAnswerEntity } from './idempotent-answer.entity.js';
import { HeartbeatEntity } from './heartbeat.entity.js';
import { LadderPauseEntity } from './ladder-pause.entity.js';
import { ProcessClockEntity } from './process-clock.entity.js';
import { PlanDocumentEntity } from './plan-document.entity.js';
import { PlanReviewEntity } from './plan-review.entity.js';
import { DraftTaskEntity } from './draft-task.entity.js';
import { PlanReviewStepEntity } from './plan-review-step.entity.js';
import { AmendmentPairEntity } from './amendment-pair.entity.js';
import { AmendmentDecisionEntity } from './amendment-decision.entity.js';
import { VerificationDrawEntity } from './verification-draw.entity.js';
import { VerificationEntity } from './verification.entity.js';
import { PlanRevisionEntity } from './plan-revision.entity.js';
import { AuditRunEntity } from './audit-run.entity.js';
import { BulkRunEntity } from './bulk-run.entity.js';
import { CalendarFeedEntity } from './calendar-feed.entity.js';
import { ChannelEntity } from './channel.entity.js';
import { ContactEntity } from './contact.entity.js';
import { LetterEntity } from './letter.entity.js';
import { ParcelEntity } from './parcel.entity.js';
import { LetterAttemptEntity } from './letter-attempt.entity.js';
import { PhoneCallEntity } from './phone-call.entity.js';
import { MessageChoiceEntity } from './message-choice.entity.js';
import { ReachWatchEntity } from './reach-watch.entity.js';
import { NoticeEventEntity } from './notice-event.entity.js';
import { AccessRequestEntity } from './access-request.entity.js';
import { DelegationEntity } from './delegation.entity.js';
import { ExternalIdentityEntity } from './external-identity.entity.js';
import { ExternalSignInEntity } from './external-sign-in.entity.js';
import { EventStreamEntity } from './event-stream.entity.js';
import { OutgoingEventEntity } from './outgoing-event.entity.js';
import { EvidenceEntity } from './evidence.entity.js';
import { HandDownEntity } from './hand-down.entity.js';
import { HandedDownTaskEntity } from './handed-down-task.entity.js';
import { CascadeMessageEntity } from './cascade-message.entity.js';
import { AssessmentEntity } from './assessment.entity.js';
import { AssessmentScoreEntity } from './assessment-score.entity.js';
import { AssessmentObjectionEntity } from './assessment-objection.entity.js';
import { ProductEntity } from './product.entity.js';
import { ProductVersionEntity } from './product-version.entity.js';
import { ProductFileEntity } from './product-file.entity.js';
import { NoticeFileEntity } from './notice-file.entity.js';
import { UnwrittenProductEntity } from './unwritten-product.entity.js';
import { PublicationReleaseEntity } from './publication-release.entity.js';
import { ProductDeliveryEntity } from './product-delivery.entity.js';
import { WebhookSubscriptionEntity } from './webhook-subscription.entity.js';
import { WebhookDeliveryEntity } from './webhook-delivery.entity.js';
import { ScoringSchemeEntity } from './scoring-scheme.entity.js';
import { SchemeInForceEntity } from './scheme-in-force.entity.js';
import { RuleConfirmationEntity } from './rule-confirmation.entity.js';
import { ScoreDecisionEntity } from './score-decision.entity.js';
import { ScoreSheetEntity } from './score-sheet.entity.js';

/** Every table, once. Entities have no relations: two that import each other crash as ES modules. */
export const ENTITIES = [
  JurisdictionEntity,
  CalendarVersionEntity,
  CalendarChangeEntity,
  DeadlineMoveEntity,
  PolicyVersionEntity,
  UnitEntity,
  UnitAliasEntity,
  UnitChangeEntity,
  UnitSuccessionEntity,
  PersonEntity,
  CredentialEntity,
  SessionEntity,
  RoleAssignmentEntity,
  PlanEntity,
  ActionEntity,
  TaskEntity,
  ResponsibilityEntity,
  IndicatorEntity,
  ReportingLineEntity,
  SittingEntity,
  ObligationEntity,
  ProgressReportEntity,
  ParkedReportEntity,
  DutyRecordEntity,
  PartRequestEntity,
  EventEntity,
  DeadlineEntity,
  RungClaimEntity,
  NoticeEntity,
  NoticeMemberEntity,
  NoticeSeriesEntity,
  MessageEntity,
  AlertEntity,
  IdempotentAnswerEntity,
  HeartbeatEntity,
  LadderPauseEntity,
  ProcessClockEntity,
  PlanDocumentEntity,
  PlanReviewEntity,
  DraftTaskEntity,
  PlanReviewStepEntity,
  AmendmentPairEntity,
  AmendmentDecisionEntity,
  PlanRevisionEntity,
  VerificationDrawEntity,
  VerificationEntity,
  AuditRunEntity,
  BulkRunEntity,
  CalendarFeedEntity,
  SecondFactorEntity,
  RecoveryCodeEntity,
  ApiTokenEntity,
  ExternalIdentityEntity,
  AccessRequestEntity,
  DelegationEntity,
  ExternalSignInEntity,
  SealEntity,
  SealLeafEntity,
  TrailChainEntity,
  TrailLineEntity,
  TrailPersonalEntity,
  ChannelEntity,
  ContactEntity,
  LetterEntity,
  ParcelEntity,
  LetterAttemptEntity,
  PhoneCallEntity,
  MessageChoiceEntity,
  ReachWatchEntity,
  NoticeEventEntity,
  EventStreamEntity,
  OutgoingEventEntity,
  EvidenceEntity,
  HandDownEntity,
  HandedDownTaskEntity,
  CascadeMessageEntity,
  AssessmentEntity,
  AssessmentScoreEntity,
  AssessmentObjectionEntity,
  ProductEntity,
  ProductVersionEntity,
  ProductFileEntity,
  NoticeFileEntity,
  UnwrittenProductEntity,
  ProductDeliveryEntity,
  PublicationReleaseEntity,
  WebhookSubscriptionEntity,
  WebhookDeliveryEntity,
  ScoringSchemeEntity,
  SchemeInForceEntity,
  RuleConfirmationEntity,
  ScoreDecisionEntity,
  ScoreSheetEntity,
];

export {
  JurisdictionEntity,
  CalendarVersionEntity,
  CalendarChangeEntity,
  DeadlineMoveEntity,
  PolicyVersionEntity,
  UnitEntity,
  UnitAliasEntity,
  UnitChangeEntity,
  UnitSuccessionEntity,
  PersonEntity,
  CredentialEntity,
  SessionEntity,
  RoleAssignmentEntity,
  PlanEntity,
  ActionEntity,
  TaskEntity,
  ResponsibilityEntity,
  IndicatorEntity,
  ReportingLineEntity,
  SittingEntity,
  ObligationEntity,
  ProgressReportEntity,
  ParkedReportEntity,
  EventEntity,
  DeadlineEntity,
  RungClaimEntity,
  NoticeEntity,
  NoticeSeriesEntity,
  MessageEntity,
  AlertEntity,
  IdempotentAnswerEntity,
  HeartbeatEntity,
  LadderPauseEntity,
  ProcessClockEntity,
  PlanDocumentEntity,
  PlanReviewEntity,
  DraftTaskEntity,
  PlanReviewStepEntity,
  AmendmentPairEntity,
  AmendmentDecisionEntity,
  PlanRevisionEntity,
  VerificationDrawEntity,
  VerificationEntity,
  AuditRunEntity,
  BulkRunEntity,
  CalendarFeedEntity,
  ChannelEntity,
  ContactEntity,
  LetterEntity,
  ParcelEntity,
  LetterAttemptEntity,
  PhoneCallEntity,
  MessageChoiceEntity,
  ReachWatchEntity,
  NoticeEventEntity,
  EventStreamEntity,
  OutgoingEventEntity,
  EvidenceEntity,
  HandDownEntity,
  HandedDownTaskEntity,
  CascadeMessageEntity,
  AssessmentEntity,
  AssessmentScoreEntity,
  AssessmentObjectionEntity,
  ProductEntity,
  ProductVersionEntity,
  ProductFileEntity,
  NoticeFileEntity,
  UnwrittenProductEntity,
  ProductDeliveryEntity,
  PublicationReleaseEntity,
  WebhookSubscriptionEntity,
  WebhookDeliveryEntity,
  ScoringSchemeEntity,
  SchemeInForceEntity,
  RuleConfirmationEntity,
  ScoreDecisionEntity,
  ScoreSheetEntity,
};
