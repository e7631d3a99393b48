import { refuse, type Outcome } from '#accountability';
import {
  constraintCodeOf,
  ownJurisdiction,
  placeJurisdiction,
  systemClock,
  type JurisdictionLevel,
  type Transaction,
} from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { BY_COMMAND, recordConfigurationChange } from '../trail/index.js';
import { codeFitsUnder, levelOfCode } from './division-code.js';

export interface PlaceCommand {
  jurisdictionId: string;
  /** Null: it stands under none. */
  parentId: string | null;
  /** Left out: as it is. */
  level?: JurisdictionLevel;
  /** The codes need not say that one lies in the other: a development zone, a county that the province leads itself. */
  despiteCode?: boolean;
}

export interface Placed {
  id: string;
  name: string;
  level: JurisdictionLevel;
  parentId: string | null;
}

/**
 * Sets under which jurisdiction one stands, and at which level. The database sees to it that each stands below its parent and
 * above its children, so that there is no circle.
 *
 * Refused: JurisdictionUnknown, JurisdictionNotBelow, JurisdictionNotAbove, InputInvalid (the codes).
 */
export async function placeInTree(context: EngineContext, command: PlaceCommand): Promise<Outcome<Placed>> {
  try {
    return await inTransaction(context, command.jurisdictionId, (tx) => place(tx, command));
  } catch (error) {
    const code = constraintCodeOf(error);
    if (code === 'JurisdictionUnknown')
      return refuse(
        code,
        `没有代码为 ${command.parentId ?? ''} 的辖区；请先用 npx luoshi district found 建立。`,
      );
    if (code === 'JurisdictionNotBelow')
      return refuse(
        code,
        '上级的级别必须高于本辖区（省、市、县区、乡镇依次），不能挂在同级、下级或自己名下。',
      );
    if (code === 'JurisdictionNotAbove')
      return refuse(code, '本辖区名下有同级或更高级别的辖区；请先调整那些辖区。');
    throw error;
  }
}

async function place(
  tx: Transaction,
  { parentId, level, despiteCode = false }: PlaceCommand,
): Promise<Outcome<Placed>> {
  const before = await ownJurisdiction(tx);
  if (before === null) return refuse('JurisdictionUnknown', `没有代码为 ${tx.scope.jurisdictionId} 的辖区。`);
  const next = level ?? before.level;
  const named = levelOfCode(before.id);
  if (!despiteCode && named !== null && named !== next)
    return refuse(
      'InputInvalid',
      `按代码 ${before.id} 应为${LEVEL_NAMES[named]}，不是${LEVEL_NAMES[next]}；确有例外的请加 --despite-code。`,
    );
  if (!despiteCode && parentId !== null && !codeFitsUnder(before.id, parentId))
    return refuse(
      'InputInvalid',
      `按代码，${before.id} 不在 ${parentId} 之内；确有例外（如开发区）的请加 --despite-code。`,
    );
  await placeJurisdiction(tx, parentId, next);
  const placed = { ...before, level: next, parentId };
  if (before.parentId !== parentId || before.level !== next)
    await recordConfigurationChange(tx, BY_COMMAND, {
      action: 'jurisdictionPlaced',
      at: systemClock.now(),
      target: { kind: 'jurisdiction', id: before.id },
      details: {
        before: { parentId: before.parentId, level: before.level },
        after: { parentId, level: next },
      },
    });
  return { ok: true, value: placed };
}

export const LEVEL_NAMES: Readonly<Record<JurisdictionLevel, string>> = {
  province: '省级',
  prefecture: '市级',
  county: '县区级',
  township: '乡镇级',
};
