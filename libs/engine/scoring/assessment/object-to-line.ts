import { identifierOf, refuse, type Actor, type Outcome } from '#accountability';
import { chineseDateTime } from '#calendar';
import {
  assessmentScores,
  insertObjection,
  objectionsOf,
  systemClock,
  touchAssessment,
  type AssessmentRead,
} from '#persistence';
import { inTransaction, type EngineContext } from '../../engine-context.js';
import { presentOrigin, recordProduct } from '../../trail/index.js';
import { atAssessment, refuseKept, type AssessmentCommand } from './at-assessment.js';
import { linesOfRow, reckonAgain } from './reckoned.js';
import { tellAssessors, UNIT_ROLES } from './tell-about-assessment.js';

export interface ObjectCommand extends AssessmentCommand {
  actor: Actor;
  unitId: string;
  /** The line: an item or deduction of the scheme by its name, or the bonus (`BONUS_LINE`). */
  line: string;
  /** Against which event of it; null: against the line as a whole. */
  ground?: { kind: string; id: string; seq: number } | null;
  /** Which is wrong, and why. */
  statement: string;
  /** What shows it: files, numbers of documents. */
  evidence: readonly string[];
  idempotencyKey: string;
}

/** Whether somebody speaks for a unit. */
export const speaksFor = (actor: Actor, unitId: string): boolean =>
  actor.roles.some(
    ({ role, scopeKind, scopeId }) => UNIT_ROLES.includes(role) && scopeKind === 'unit' && scopeId === unitId,
  );

/**
 * A unit objects against a line of its own, saying why and what shows it, while the preview is open. Refused: NotPermitted (not
 * their unit's, or the unit of who scores), ObjectionsClosed, AssessmentNotOpen, ReasonMissing, InputInvalid.
 */
export const objectToLine = (
  context: EngineContext,
  command: ObjectCommand,
): Promise<Outcome<AssessmentRead>> =>
  atAssessment(context, command, 'anybody', async ({ tx, assessment, now }) => {
    const { actor, unitId, line, ground = null } = command;
    if (!speaksFor(actor, unitId))
      return refuse('NotPermitted', '异议由单位对本单位的得分提出：请由本单位负责人或联络员办理。');
    const kept = refuseKept(assessment);
    if (kept) return kept;
    if (now >= assessment.objectionsUntil)
      return refuse(
        'ObjectionsClosed',
        `异议期已于${chineseDateTime(assessment.objectionsUntil)}截止，不能再提出异议。`,
      );
    const [row] = await assessmentScores(tx, assessment.id, unitId);
    if (!row) return refuse('SubjectNotFound', '本单位不在这次考核之内。');
    if (row.own)
      return refuse('NotPermitted', '绩效办所在单位不由绩效办评分，其得分不参加排名，也不裁定异议。');
    const found = linesOfRow(row).find(({ id }) => id === line);
    if (!found) return refuse('InputInvalid', '得分里没有这一项；请从列出的各项中选择。', { field: 'line' });
    const statement = command.statement.trim();
    if (statement === '') return refuse('ReasonMissing', '请写明哪里不对、为什么。', { field: 'statement' });
    const evidence = command.evidence.map((one) => one.trim()).filter((one) => one !== '');
    if (evidence.length === 0)
      return refuse('InputInvalid', '请写明佐证：文件、文号或材料的名称，至少一项。', { field: 'evidence' });
    const id = identifierOf('objection', assessment.id, actor.personId ?? '', command.idempotencyKey);
    const earlier = (await objectionsOf(tx, assessment.id, unitId)).filter((one) => one.id !== id);
    if (earlier.some((one) => one.line === line && one.state === 'open'))
      return refuse('InputInvalid', `对“${found.label}”已有一件异议在等待裁定；请等裁定后再说。`, {
        field: 'line',
      });
    if (ground !== null && !(await restsOn(tx, assessment, unitId, line, ground)))
      return refuse('InputInvalid', '所指的记录不在这一项的依据之中。', { field: 'ground' });
    const filed = await insertObjection(tx, {
      ...{ id, assessmentId: assessment.id, unitId, line, ground, statement, evidence },
      ...{ filedAt: now, filedBy: actor.personId },
    });
    if (!filed) return { ok: true, value: null };
    await touchAssessment(tx, assessment.id);
    await recordProduct(tx, presentOrigin(), {
      action: 'assessmentObjected',
      at: systemClock.now(),
      target: { kind: 'assessment', id: assessment.id },
      details: { objectionId: id, unitId, line, ground },
    });
    await tellAssessors(
      context,
      { tx, assessment, now },
      {
        step: 'objected',
        key: id,
        title: `考核异议待裁定：${row.name}`,
        body: `${row.name}对“${found.label}”（${found.points}分）提出异议：${statement}。请裁定并写明理由。`,
      },
    );
    return { ok: true, value: null };
  });

async function restsOn(
  tx: Parameters<Parameters<typeof inTransaction>[2]>[0],
  assessment: AssessmentRead,
  unitId: string,
  line: string,
  ground: { kind: string; id: string; seq: number },
): Promise<boolean> {
  const { groups } = await reckonAgain(tx, assessment);
  const score = groups.flatMap(({ scores }) => scores).find((one) => one.unitId === unitId);
  if (!score) return false;
  const items = score.sections.flatMap((section) => section.items);
  const item = items.find(({ id }) => id === line);
  const grounds = [
    ...(item ? [...item.cases, ...item.incidents] : []),
    ...(score.deductions.find(({ id }) => id === line)?.incidents ?? []),
  ];
  return grounds.some(({ events }) =>
    events.some(({ kind, id, seq }) => kind === ground.kind && id === ground.id && seq === ground.seq),
  );
}
