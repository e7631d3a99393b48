import { refuse, type Outcome } from '#accountability';
import { compareScores, type Scheme, type ScoreComparison } from '#scoring';
import type { EngineContext } from '../engine-context.js';
import { readScoredFacts, scoreFacts, schemeInForce, type WantedScores } from './scored-plan.js';

export interface RehearseSchemeCommand extends WantedScores {
  jurisdictionId: string;
  scheme: Scheme;
}

export interface SchemeRehearsal extends ScoreComparison {
  from: string;
  to: string;
  asOf: string;
  events: number;
}

/**
 * A scheme run over recorded events before it is put in force: every unit's score under it, beside the one that the
 * scheme in force gives over the same facts. Nothing is written.
 */
export function rehearseScheme(
  context: EngineContext,
  command: RehearseSchemeCommand,
): Promise<Outcome<SchemeRehearsal>> {
  return context.database.transaction(
    { jurisdictionId: command.jurisdictionId },
    async (tx): Promise<Outcome<SchemeRehearsal>> => {
      const now = context.clock.now();
      const scored = await readScoredFacts(tx, command, now);
      const inForce = await schemeInForce(tx, command.planId, scored.asOf, now);
      if (!inForce)
        return refuse(
          'SchemeMissing',
          '还没有启用考核办法，无从比较；请先用 npx luoshi score adopt 启用一份。',
        );
      const comparison = compareScores(
        { scheme: inForce.scheme, groups: scoreFacts(inForce.scheme, scored) },
        { scheme: command.scheme, groups: scoreFacts(command.scheme, scored) },
      );
      const { from, to, asOf, events } = scored;
      return { ok: true, value: { ...comparison, from, to, asOf, events } };
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}
