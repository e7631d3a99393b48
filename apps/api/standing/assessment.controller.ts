import { Controller, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { civilDateOf } from '#calendar';
import type {
  AssessmentSummary,
  AssessmentUnitView,
  AssessmentView,
  ScoreWhatIf,
  ScoringSchemeView,
} from '#contract';
import {
  assessmentJson,
  assessmentWorkbook,
  decideObjection,
  explainAssessed,
  finaliseAssessment,
  mayScore,
  objectToLine,
  openAssessment,
  readAssessment,
  schemeInForce,
  speaksFor,
  whatIf,
  withdrawAssessment,
  type WholeAssessment,
} from '#engine';
import { fileDisposition } from '#export';
import { assessmentsOf, keptSchemes, readPlan, type AssessmentRead, type Transaction } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { etagOf, refuseStale, VersionSeen } from '../http/etag.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { assessmentSummary, assessmentUnitView, assessmentView, type Asking } from './assessment.view.js';
import { changesOf, schemeView, whatIfView } from './scheme.view.js';

const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const;

/** 考核: what another scheme would give; preview, objections, decisions, the final result. A unit sees its own. */
@Controller()
export class AssessmentController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('scoringScheme')
  async scheme(
    @Input() { params }: InputOf<'scoringScheme'>,
    @Requester() who: Who,
  ): Promise<ScoringSchemeView> {
    refuseUnconcerned('scores', who);
    const now = this.context.now();
    const found = await seenBy(this.context, who, async (tx) => {
      await this.plan(tx, params.id);
      const inForce = await schemeInForce(tx, params.id, now, now);
      return inForce && schemeView(inForce, await keptSchemes(tx));
    });
    if (found === null) throw problem('SchemeMissing');
    return found;
  }

  @Endpoint('whatIf')
  async whatIf(@Input() { params, query }: InputOf<'whatIf'>, @Requester() who: Who): Promise<ScoreWhatIf> {
    refuseUnconcerned('scores', who);
    // It shows every unit's points: nothing for a unit, whose own stand under its score.
    if (who.boundUnitId !== undefined) throw problem('NotPermitted');
    const plan = await seenBy(this.context, who, (tx) => this.plan(tx, params.id));
    const today = civilDateOf(this.context.now());
    const yearEnd = `${plan.year}-12-31`;
    const [schemeId, version] = query.scheme?.split('@') ?? [];
    return whatIfView(
      valueOf(
        await whatIf(this.context.engine.context, {
          jurisdictionId: who.jurisdictionId,
          planId: params.id,
          from: query.from ?? `${plan.year}-01-01`,
          to: query.to ?? (today < yearEnd ? today : yearEnd),
          base: schemeId === undefined ? null : { schemeId, version: Number(version) },
          changes: changesOf(query.set),
        }),
      ),
    );
  }

  @Endpoint('assessments')
  async assessments(
    @Input() { params }: InputOf<'assessments'>,
    @Requester() who: Who,
  ): Promise<{ items: AssessmentSummary[]; mayOpen: boolean }> {
    refuseUnconcerned('scores', who);
    return seenBy(this.context, who, async (tx) => {
      const { code } = await this.plan(tx, params.id);
      const rows = await assessmentsOf(tx, params.id);
      return {
        items: rows.map((row) => assessmentSummary(row, this.context.now())),
        mayOpen: mayScore(tx, who.actor, { planId: params.id, planCode: code }),
      };
    });
  }

  @Endpoint('openAssessment')
  async open(
    @Input() { params, body }: InputOf<'openAssessment'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AssessmentView> {
    const { jurisdictionId, actor } = who;
    const { period, objectionDays } = body;
    const opened = valueOf(
      await openAssessment(this.context.engine.context, {
        ...{ jurisdictionId, actor, planId: params.id, period },
        ...(objectionDays !== undefined && { objectionDays }),
      }),
    );
    return this.answer(who, opened, response);
  }

  @Endpoint('assessment')
  async assessment(
    @Input() { params }: InputOf<'assessment'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AssessmentView> {
    refuseUnconcerned('scores', who);
    return this.answer(who, { id: params.id }, response);
  }

  @Endpoint('assessmentUnit')
  async unit(
    @Input() { params }: InputOf<'assessmentUnit'>,
    @Requester() who: Who,
  ): Promise<AssessmentUnitView> {
    refuseUnconcerned('scores', who);
    const { whole, asking } = await this.visible(who, params.id, params.unit);
    const [row] = whole.scores;
    if (!row) throw problem('NotFound');
    const explained = valueOf(
      await explainAssessed(this.context.engine.context, {
        jurisdictionId: who.jurisdictionId,
        assessmentId: params.id,
        unitId: params.unit,
      }),
    );
    return assessmentUnitView(whole, row, explained, asking);
  }

  @Endpoint('objectToAssessment')
  async object(
    @Input() { params, body }: InputOf<'objectToAssessment'>,
    @Requester() who: Who,
    @EngineKey() idempotencyKey: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AssessmentView> {
    refuseUnconcerned('scores', who);
    const { jurisdictionId, actor } = who;
    if (who.boundUnitId === undefined) throw problem('NotPermitted');
    const { line, statement, evidence, ground } = body;
    const filed = valueOf(
      await objectToLine(this.context.engine.context, {
        ...{ jurisdictionId, actor, assessmentId: params.id, unitId: who.boundUnitId },
        ...{ line, statement, evidence, ground: ground ?? null, idempotencyKey },
      }),
    );
    return this.answer(who, filed, response);
  }

  @Endpoint('decideObjection')
  async decide(
    @Input() { params, body }: InputOf<'decideObjection'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AssessmentView> {
    refuseUnconcerned('scores', who);
    const command = await this.command(who, params.id, seen);
    const { decision, points = null, reason } = body;
    const decided = valueOf(
      await decideObjection(this.context.engine.context, {
        ...command,
        ...{ objectionId: params.objection, decision, points, reason },
      }),
    );
    return this.answer(who, decided, response);
  }

  @Endpoint('actOnAssessment')
  async act(
    @Input() { params, body }: InputOf<'actOnAssessment'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AssessmentView> {
    refuseUnconcerned('scores', who);
    const command = await this.command(who, params.id, seen);
    const engine = this.context.engine.context;
    const done = valueOf(
      params.action === 'finalise'
        ? await finaliseAssessment(engine, command)
        : await withdrawAssessment(engine, { ...command, reason: body.reason ?? '' }),
    );
    return this.answer(who, done, response);
  }

  @Endpoint('assessmentFile')
  async file(
    @Input() { params }: InputOf<'assessmentFile'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    refuseUnconcerned('scores', who);
    const { whole } = await this.visible(who, params.id, who.boundUnitId ?? null);
    const { format } = params;
    const bytes =
      format === 'xlsx'
        ? await assessmentWorkbook(whole)
        : Buffer.from(`${JSON.stringify(assessmentJson(whole), null, 2)}\n`);
    const label = assessmentSummary(whole.assessment, this.context.now()).periodLabel;
    response.set('Content-Security-Policy', "default-src 'none'; sandbox");
    response.set('X-Content-Type-Options', 'nosniff');
    return new StreamableFile(bytes, {
      type: MEDIA_TYPES[format],
      disposition: fileDisposition(`考核-${label}.${format}`, `assessment.${format}`),
      length: bytes.byteLength,
    });
  }

  private async plan(tx: Transaction, id: string): Promise<{ code: string; year: number }> {
    const plan = await readPlan(tx, id);
    if (plan === null) throw problem('NotFound');
    return plan;
  }

  /** As this person may see it: of the scores a unit its own. */
  private async visible(
    who: Who,
    id: string,
    unitId: string | null,
  ): Promise<{ whole: WholeAssessment; asking: Asking }> {
    const found = await seenBy(this.context, who, async (tx) => {
      const whole = await readAssessment(tx, id, unitId);
      return whole && { whole, assesses: mayScore(tx, who.actor, whole.assessment) };
    });
    if (found === null) throw problem('NotFound');
    const { whole, assesses } = found;
    const asking = {
      now: this.context.now(),
      assesses,
      speaksFor: (unit: string) => speaksFor(who.actor, unit),
    };
    return { whole, asking };
  }

  private async command(who: Who, assessmentId: string, seen: number) {
    const { whole, asking } = await this.visible(who, assessmentId, who.boundUnitId ?? null);
    if (!asking.assesses) throw problem('NotPermitted');
    refuseStale(seen, whole.assessment.version);
    const { jurisdictionId, actor } = who;
    return { jurisdictionId, actor, assessmentId, expectedVersion: seen };
  }

  private async answer(
    who: Who,
    { id }: Pick<AssessmentRead, 'id'>,
    response: Response,
  ): Promise<AssessmentView> {
    const { whole, asking } = await this.visible(who, id, who.boundUnitId ?? null);
    response.set('ETag', etagOf(whole.assessment.version));
    return assessmentView(whole, asking);
  }
}
