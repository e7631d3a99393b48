import { refuse, type Outcome } from '#accountability';
import { schemeOf } from '#persistence';
import { changedScheme, parseScheme, schemeSchema, type Scheme, type SchemeChange } from '#scoring';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { rehearseScheme, type SchemeRehearsal } from './rehearse-scheme.js';
import { schemeInForce, type WantedScores } from './scored-plan.js';

export interface WhatIfCommand extends WantedScores {
  jurisdictionId: string;
  /** Another scheme: its text (YAML), or a version that is kept; null: the one in force. */
  base: { text: string } | { schemeId: string; version: number } | null;
  /** Figures that are changed in it: `yellow.each`, `weight.A1-01`. */
  changes: readonly SchemeChange[];
}

/**
 * Another scheme, or the one in force with other figures, over the same record: each unit's points and place beside those that it
 * has. Nothing is written. Refused: SchemeInvalid with every mistake, SchemeMissing, InputInvalid.
 */
export async function whatIf(
  context: EngineContext,
  command: WhatIfCommand,
): Promise<Outcome<SchemeRehearsal & { scheme: Scheme }>> {
  if (command.to < command.from) return refuse('InputInvalid', '截止日期早于起始日期；请核对。');
  const base = await baseOf(context, command);
  if (!base.ok) return base;
  const scheme = changedScheme(base.value, command.changes);
  if (!scheme.ok) return refuse('SchemeInvalid', `试算的办法有误：\n${scheme.problems.join('\n')}`);
  const tried = command.changes.length > 0 ? scheme.value : base.value;
  const rehearsal = await rehearseScheme(context, { ...command, scheme: tried });
  return rehearsal.ok ? { ok: true, value: { ...rehearsal.value, scheme: tried } } : rehearsal;
}

async function baseOf(context: EngineContext, command: WhatIfCommand): Promise<Outcome<Scheme>> {
  const { base } = command;
  if (base !== null && 'text' in base) return parsed(base.text);
  return inTransaction(context, command.jurisdictionId, async (tx): Promise<Outcome<Scheme>> => {
    if (base !== null) {
      const kept = await schemeOf(tx, base.schemeId, base.version);
      return kept
        ? { ok: true, value: schemeSchema.parse(kept.body) }
        : refuse('SubjectNotFound', '没有这一版考核办法。');
    }
    const now = context.clock.now();
    const inForce = await schemeInForce(tx, command.planId, now, now);
    return inForce
      ? { ok: true, value: inForce.scheme }
      : refuse('SchemeMissing', '还没有启用考核办法，无从比较；请先启用一份。');
  });
}

function parsed(text: string): Outcome<Scheme> {
  const read = parseScheme(text);
  if (read.ok) return { ok: true, value: read.value };
  const told = read.problems.map(({ line, column, message }) => `第 ${line} 行第 ${column} 列：${message}`);
  return refuse('SchemeInvalid', `考核办法有误：\n${told.join('\n')}`);
}
