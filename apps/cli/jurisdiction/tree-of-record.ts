import { LEVEL_NAMES, placeInTree, type Placed } from '#engine';
import { JURISDICTION_LEVELS, wholeTree, type JurisdictionLevel, type JurisdictionPlace } from '#persistence';
import { CliError } from '../cli-error.js';
import { withRecord } from '../system/with-record.js';

export interface PlaceOptions {
  under?: string;
  top?: boolean;
  level?: string;
  despiteCode?: boolean;
  data?: string;
}

/**
 * Sets under which jurisdiction one stands.
 * @throws CliError REFUSED
 */
export async function placeJurisdictionOf(code: string, options: PlaceOptions): Promise<Placed> {
  const { under, top = false, level, despiteCode = false } = options;
  if ((under === undefined) === !top)
    throw new CliError('REFUSED', '请用 --under <代码> 说明上级，或用 --top 说明没有上级，二者选一。');
  const wanted = level === undefined ? undefined : levelNamed(level);
  return withRecord(options, async (engine) => {
    const outcome = await placeInTree(engine.context, {
      jurisdictionId: code,
      parentId: under ?? null,
      ...(wanted !== undefined && { level: wanted }),
      despiteCode,
    });
    if (outcome.ok) return outcome.value;
    throw new CliError('REFUSED', outcome.rejection.message);
  });
}

function levelNamed(name: string): JurisdictionLevel {
  const found = JURISDICTION_LEVELS.find(
    (level) =>
      level === name || LEVEL_NAMES[level] === name || LEVEL_NAMES[level].replace(/级$/u, '') === name,
  );
  if (found !== undefined) return found;
  throw new CliError(
    'REFUSED',
    `没有“${name}”这一级别；可用的有：${Object.values(LEVEL_NAMES).join('、')}。`,
  );
}

export const treeOfRecord = (options: { data?: string }): Promise<JurisdictionPlace[]> =>
  withRecord(options, (engine) => engine.context.database.outsideTenants(wholeTree));

/** The tree, each below its parent and indented. */
export function treeText(places: readonly JurisdictionPlace[]): string {
  const below = new Map<string | null, JurisdictionPlace[]>();
  for (const place of places) below.set(place.parentId, [...(below.get(place.parentId) ?? []), place]);
  const lines: string[] = [];
  const add = (parentId: string | null, depth: number): void => {
    for (const { id, name, level } of below.get(parentId) ?? []) {
      lines.push(`${'  '.repeat(depth)}${id}  ${name}（${LEVEL_NAMES[level]}）`);
      add(id, depth + 1);
    }
  };
  add(null, 0);
  return lines.length === 0 ? '还没有辖区。\n' : `${lines.join('\n')}\n`;
}
