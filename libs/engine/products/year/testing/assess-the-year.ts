import type { Actor, Outcome, Role } from '#accountability';
import { civilDateOf } from '#calendar';
import { decideObjection, finaliseAssessment, objectToLine, openAssessment, readAssessment } from '#engine';
import { roleHolders, type AssessmentRead } from '#persistence';
import type { ManualClock } from '#testing';
import type { YearOf } from './produce-everything.js';

/** What the upheld objection gives back of a yellow card. */
const GIVEN_BACK = 0.5;

/**
 * The year is assessed as an office does it: a preview, one objection against a yellow card that is upheld in part and one that is
 * rejected, the end of the days for objections, the final result. The clock stands a minute after that.
 */
export async function assessTheYear(
  year: YearOf,
  clock: ManualClock,
  actorOf: (role: Role, actionCode: string | null) => Actor,
): Promise<void> {
  const { context, jurisdictionId, planId } = year;
  const actor = actorOf('assessor', null);
  const opened = done(await openAssessment(context, { jurisdictionId, planId, period: '2024', actor }));
  const at = { jurisdictionId, assessmentId: opened.id };
  const carded = await withYellowCard(year, opened.id);
  for (const [index, unitId] of carded.slice(0, 2).entries()) {
    const head = await headOf(year, unitId);
    done(
      await objectToLine(context, {
        ...{ ...at, actor: head, unitId, line: 'yellow', statement: '当日系统故障，已电话报告' },
        ...{ evidence: ['情况说明'], idempotencyKey: `objection-${index}` },
      }),
    );
  }
  const objections = (await whole(year, opened.id)).objections;
  if (objections.length !== 2) throw new Error('two units objected');
  for (const { id, unitId } of objections) {
    const isUpheld = unitId === carded[0];
    done(
      await decideObjection(context, {
        ...{ ...at, actor, objectionId: id, reason: isUpheld ? '部分属实' : '与记录不符' },
        ...(isUpheld
          ? { decision: 'upheld' as const, points: GIVEN_BACK }
          : { decision: 'rejected' as const, points: null }),
      }),
    );
  }
  clock.set(new Date(Date.parse(opened.objectionsUntil) + 60_000).toISOString());
  done(await finaliseAssessment(context, { ...at, actor }));
}

const done = (outcome: Outcome<AssessmentRead>): AssessmentRead => {
  if (!outcome.ok) throw new Error(`${outcome.rejection.code}: ${outcome.rejection.message}`);
  return outcome.value;
};

const whole = async ({ context, jurisdictionId }: YearOf, id: string) => {
  const found = await context.database.transaction({ jurisdictionId }, (tx) => readAssessment(tx, id));
  if (!found) throw new Error('the assessment is not there');
  return found;
};

/** Units that a yellow card cost points. */
async function withYellowCard(year: YearOf, id: string): Promise<string[]> {
  const { scores } = await whole(year, id);
  return scores
    .filter(({ own, lines }) => !own && (lines as { id: string; points: number }[]).some(isCosty))
    .map(({ unitId }) => unitId);
}

const isCosty = ({ id, points }: { id: string; points: number }): boolean => id === 'yellow' && points < 0;

async function headOf({ context, jurisdictionId }: YearOf, unitId: string): Promise<Actor> {
  const held = await context.database.transaction({ jurisdictionId }, (tx) =>
    roleHolders(tx, civilDateOf(context.clock.now())),
  );
  const roles = held.filter(({ scopeKind, scopeId }) => scopeKind === 'unit' && scopeId === unitId);
  const head = roles.find(({ role }) => role === 'leadUnitHead') ?? roles[0];
  if (!head) throw new Error(`nobody speaks for ${unitId}`);
  return { personId: head.personId, unitId: head.unitId, roles: [head] };
}
