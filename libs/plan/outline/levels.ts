import type { MarkerKind } from './marker.js';
import type { Paragraph } from './paragraphs.js';

/** What a marker means in the outline of one chapter. */
export type Level = 'part' | 'section' | 'item' | 'subItem' | 'none';

const PLAIN: Readonly<Record<MarkerKind, Level>> = {
  annex: 'none',
  chapter: 'part',
  division: 'section',
  part: 'part',
  section: 'section',
  item: 'item',
  named: 'item',
  article: 'item',
  subItem: 'subItem',
  none: 'none',
};

/**
 * Which level each kind of marker has. Usually 一、 (一) 1. (1); where there are chapters (第一章) all that is below moves
 * down, and in articles (第一条) the rest are their sub-items.
 */
export function levelsOf(paragraphs: readonly Paragraph[]): Readonly<Record<MarkerKind, Level>> {
  const kinds = new Map<MarkerKind, number>();
  for (const { marker } of paragraphs) kinds.set(marker.kind, (kinds.get(marker.kind) ?? 0) + 1);
  const has = (kind: MarkerKind): boolean => (kinds.get(kind) ?? 0) > 0;
  const levels = { ...PLAIN };
  const firstAt = (kind: MarkerKind): number => paragraphs.findIndex(({ marker }) => marker.kind === kind);
  const isOfArticles =
    (kinds.get('article') ?? 0) >= 2 &&
    !has('part') &&
    !(has('section') && firstAt('section') < firstAt('article'));
  if (isOfArticles) return { ...levels, section: 'subItem', item: 'subItem', named: 'subItem' };
  // 第一部分 alone, over all of the document, parts nothing.
  if (kinds.get('chapter') === 1 && has('part')) levels.chapter = 'none';
  else if (has('chapter')) {
    const below = (['division', 'part', 'section', 'item', 'named'] as const).filter(has);
    below.forEach(
      (kind, i) => (levels[kind] = i === 0 && kind !== 'item' && kind !== 'named' ? 'section' : 'item'),
    );
    // 第一章 · 第一节 · 一、 · （一） · 1.: what groups items is a section as well.
    if (has('item'))
      for (const kind of ['part', 'section'] as const) if (levels[kind] === 'item') levels[kind] = 'section';
    return levels;
  }
  // 任务一: groups what is numbered below it, where nothing else does.
  if (has('named') && has('item') && !has('section')) levels.named = 'section';
  else if (has('named') && has('section') && firstAt('named') > firstAt('section') && has('item'))
    levels.item = 'subItem';
  return levels;
}
