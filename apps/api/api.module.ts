import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccountController } from './accounts/account.controller.js';
import { AlertController } from './alert/alert.controller.js';
import { AlertFeed } from './alert/alert-feed.js';
import { ApiContext } from './api-dependencies.js';
import { AskController } from './duty/ask.controller.js';
import { DutyController } from './duty/duty.controller.js';
import { CalendarFeedController } from './feed/calendar-feed.controller.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { CalendarController } from './rules/calendar.controller.js';
import { RulesController } from './rules/rules.controller.js';
import { SystemHealthController } from './health/system-health.controller.js';
import { HealthController } from './health/health.controller.js';
import { AnswerInterceptor } from './http/answer.interceptor.js';
import { ChangeInterceptor } from './http/change.interceptor.js';
import { FieldsInterceptor } from './http/fields.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { InboxController } from './inbox/inbox.controller.js';
import { CallController } from './messages/call.controller.js';
import { ChannelController } from './messages/channel.controller.js';
import { LetterController } from './messages/letter.controller.js';
import { MyMessagesController } from './messages/my-messages.controller.js';
import { PeopleContactsController } from './messages/people-contacts.controller.js';
import { NewTaskController } from './new-task/new-task.controller.js';
import { NoticeController } from './notice/notice.controller.js';
import { NoticeFileController } from './notice/notice-file.controller.js';
import { ProductBehindController } from './product/product-behind.controller.js';
import { ProductController } from './product/product.controller.js';
import { ProductChangesController } from './product/product-changes.controller.js';
import { ProductReleaseController } from './product/product-release.controller.js';
import { AmendmentController } from './plan-review/amendment.controller.js';
import { DraftTaskController } from './plan-review/draft-task.controller.js';
import { PlanReviewController } from './plan-review/plan-review.controller.js';
import { EventsController } from './outgoing/events.controller.js';
import { WebhookController } from './outgoing/webhook.controller.js';
import { PlanController } from './plan/plan.controller.js';
import { PlanSourceController } from './plan/plan-source.controller.js';
import { QueueController } from './queue/queue.controller.js';
import { ReportingLineController } from './reporting-line/reporting-line.controller.js';
import { ReviewController } from './review/review.controller.js';
import { DelegationController } from './session/delegation.controller.js';
import { OwnAccessController } from './session/own-access.controller.js';
import { SessionController } from './session/session.controller.js';
import { SignOffController } from './sign-off/sign-off.controller.js';
import { SittingController } from './sitting/sitting.controller.js';
import { AssessmentController } from './standing/assessment.controller.js';
import { StandingController } from './standing/standing.controller.js';
import { TaskController } from './task/task.controller.js';
import { CascadeController } from './cascade/cascade.controller.js';
import { HandedDownController } from './cascade/handed-down.controller.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { DrawController } from './verification/draw.controller.js';
import { VerificationController } from './verification/verification.controller.js';
import { AccessLog } from './trail/access-log.js';
import { TrailController } from './trail/trail.controller.js';
import { TrailInterceptor } from './trail/trail.interceptor.js';
import { LimitGuard } from './limits/limit.guard.js';
import { BatchController } from './batch/batch.controller.js';
import { EventStreamController } from './event-stream/event-stream.controller.js';
import { UnitRecordController } from './units/unit-record.controller.js';
import { TrailWatch } from './event-stream/trail-watch.js';
import { DeskController } from './desk/desk.controller.js';
import { ShellController } from './shell/shell.controller.js';
import { TaskWholeController } from './task/task-whole.controller.js';
import { SearchController } from './search/search.controller.js';
import { WallController } from './wall/wall.controller.js';
import { SessionGuard } from './who/session.guard.js';

@Module({})
export class ApiModule {
  static over(context: ApiContext): DynamicModule {
    return {
      module: ApiModule,
      controllers: [
        SessionController,
        OwnAccessController,
        DelegationController,
        AccountController,
        TrailController,
        UnitRecordController,
        PlanController,
        PlanSourceController,
        PlanReviewController,
        DraftTaskController,
        AmendmentController,
        NewTaskController,
        DutyController,
        AskController,
        StandingController,
        AssessmentController,
        TaskController,
        SignOffController,
        SittingController,
        ReviewController,
        ReportingLineController,
        AlertController,
        DrawController,
        VerificationController,
        NoticeController,
        NoticeFileController,
        ProductController,
        ProductReleaseController,
        ProductBehindController,
        ProductChangesController,
        InboxController,
        MyMessagesController,
        CallController,
        ChannelController,
        LetterController,
        PeopleContactsController,
        CalendarFeedController,
        WebhookController,
        EventsController,
        EventStreamController,
        BatchController,
        EvidenceController,
        LedgerController,
        CascadeController,
        HandedDownController,
        QueueController,
        WallController,
        DeskController,
        ShellController,
        TaskWholeController,
        SearchController,
        CalendarController,
        RulesController,
        SystemHealthController,
        HealthController,
      ],
      providers: [
        { provide: ApiContext, useValue: context },
        AlertFeed,
        TrailWatch,
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: LimitGuard },
        // The outer one first: an answer is kept, then checked, then shortened on its way out.
        { provide: APP_INTERCEPTOR, useClass: FieldsInterceptor },
        { provide: AccessLog, useValue: new AccessLog(context.database) },
        { provide: APP_INTERCEPTOR, useClass: TrailInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_INTERCEPTOR, useClass: ChangeInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
