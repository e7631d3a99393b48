import {
  issueNoticeSchema,
  productActionSchema,
  recordFindingSchema,
  returnReportSchema,
  TASK_ACTIONS,
  type BatchAct,
  type TaskAction,
} from '#contract';
import { acknowledgeProduct, issueProduct, recordFinding, reviewProduct } from '#engine';
import type { OfficialDocument } from '#official';
import { productById, readVerification } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { actOn } from '../http/act-on.js';
import { refuseStale } from '../http/etag.js';
import { parsed } from '../http/parsed.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { noticeVersion } from '../view/notice-summary.view.js';
import { visibleNotice } from '../notice/visible-notice.js';
import { verificationVersion } from '../verification/verification.view.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';

export interface OneOfBatch {
  id: string;
  version: number;
  input: Record<string, unknown>;
  idempotencyKey: string;
  /** Nothing of it stays. */
  dryRun: boolean;
}
/** Does one item as its own endpoint does it: seen, as it was seen, permitted, in one transaction. Returns its new version. */
type DoOne = (context: ApiContext, who: Who, item: OneOfBatch) => Promise<number>;

const report =
  (action: 'accept' | 'return'): DoOne =>
  async (context, who, { id, version, input, idempotencyKey }) => {
    const subject = { kind: 'obligation', id } as const;
    const said = action === 'return' ? parsed(returnReportSchema, input, '/input') : {};
    const act = { subject, action, input: said, expectedVersion: version, idempotencyKey };
    return (await actOn(context, who, act)).version;
  };

const task =
  (action: TaskAction): DoOne =>
  async (context, who, { id, version, input, idempotencyKey }) => {
    const subject = { kind: 'task', id } as const;
    const said = parsed(TASK_ACTIONS[action].input, input, '/input');
    const act = { subject, action, input: said, expectedVersion: version, idempotencyKey };
    return (await actOn(context, who, act)).version;
  };

type NoticeAct = (
  engine: ApiContext['engine'],
  command: Parameters<ApiContext['engine']['agreeNotice']>[0],
  input: Record<string, unknown>,
) => Promise<{ ok: true; value: unknown } | { ok: false; rejection: { code: string; message: string } }>;

const notice =
  (act: NoticeAct): DoOne =>
  async (context, who, { id, version, input, idempotencyKey }) => {
    refuseStale(version, noticeVersion(await visibleNotice(context, who, id)));
    const { jurisdictionId, actor } = who;
    valueOf(await act(context.engine, { jurisdictionId, actor, noticeId: id, idempotencyKey }, input));
    return noticeVersion(await visibleNotice(context, who, id));
  };

const finding: DoOne = async (context, who, { id, version, input, idempotencyKey }) => {
  refuseUnconcerned('verifications', who);
  const row = await seenBy(context, who, (tx) => readVerification(tx, id));
  if (row === null) throw problem('NotFound');
  refuseStale(version, verificationVersion(row));
  const { jurisdictionId, actor } = who;
  const found = parsed(recordFindingSchema, input, '/input');
  const command = { jurisdictionId, actor, idempotencyKey, verificationId: id, ...found };
  valueOf(await recordFinding(context.engine.context, command));
  // Found for the first time, or looked at again.
  const now = await seenBy(context, who, (tx) => readVerification(tx, id));
  return now === null ? version : verificationVersion(now);
};

type ProductStep = typeof reviewProduct;

const product =
  (
    step: (
      ...of: [...Parameters<ProductStep>, Pick<OneOfBatch, 'dryRun' | 'input'>]
    ) => ReturnType<ProductStep>,
  ): DoOne =>
  async (context, who, { id, version, input, dryRun }) => {
    const { jurisdictionId, actor } = who;
    const seen = await seenBy(context, who, (tx) => productById(tx, id));
    if (seen === null) throw problem('NotFound');
    refuseStale(version, seen.version);
    if (dryRun && seen.state === 'reviewed') context.prepareToWrite(seen.document as OfficialDocument);
    const command = { jurisdictionId, actor, productId: id, expectedVersion: version };
    return valueOf(await step(context.engine.context, command, { dryRun, input })).version;
  };

export const DO_ONE: Readonly<Record<BatchAct, DoOne>> = {
  acceptReports: report('accept'),
  returnReports: report('return'),
  confirmTasks: task('confirm'),
  dispatchTasks: task('dispatch'),
  signTasks: task('sign'),
  passGates: task('passGate'),
  agreeToNotices: notice((engine, command) => engine.agreeNotice(command)),
  issueNotices: notice((engine, command, input) => {
    const { body } = parsed(issueNoticeSchema, input, '/input');
    return engine.issueNotice({ ...command, ...(body === undefined ? {} : { body }) });
  }),
  acknowledgeNotices: notice((engine, command) => engine.acknowledgeNotice(command)),
  recordFindings: finding,
  reviewProducts: product(reviewProduct),
  // What a dry run rolls back it need not have printed.
  issueProducts: product((engine, command, { dryRun, input }) => {
    const { publishEmpty } = parsed(productActionSchema, input, '/input');
    return issueProduct(engine, { ...command, trial: dryRun, publishEmpty: publishEmpty === true });
  }),
  acknowledgeProducts: product(acknowledgeProduct),
};
