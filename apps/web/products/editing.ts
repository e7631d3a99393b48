import type { ProductBlock } from '#contract';
import { z } from 'zod';

/** What a person has begun to change of a draft and not saved yet. */
export const editSchema = z.object({
  /** Names it on this page. */
  key: z.string(),
  kind: z.enum(['title', 'change', 'remove', 'add']),
  /** The place of the block when it was begun; of an addition that of the block before it, -1 for none. */
  at: z.int(),
  /** What stood there then, as it is edited. */
  before: z.string(),
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  text: z.string(),
});
export type Edit = z.infer<typeof editSchema>;
type Level = Edit['level'];

type Read = Pick<ProductBlock, 'kind' | 'level' | 'text'>;
/** What somebody else has made of a text that was being edited; null: they took it away. */
export type Conflicts = ReadonlyMap<string, string | null>;

export const isWords = ({ kind }: Pick<ProductBlock, 'kind'>): boolean =>
  kind === 'paragraph' || kind === 'heading';

/**
 * The edits on the text as it is now. What others changed elsewhere moves them along; where the very text was changed that
 * an edit began with, it is a conflict, and both texts stay.
 */
export function rebased(
  edits: readonly Edit[],
  blocks: readonly Read[],
  title: string,
): { edits: Edit[]; conflicts: Conflicts } {
  const conflicts = new Map<string, string | null>();
  const moved = edits.map((edit): Edit => {
    if (edit.kind === 'title') {
      if (edit.before !== title) conflicts.set(edit.key, title);
      return edit;
    }
    if (edit.at < 0) return edit;
    const at = placeOf(edit, blocks);
    if (at !== null) return { ...edit, at };
    const last = Math.min(edit.at, blocks.length - 1);
    if (edit.kind === 'add') return { ...edit, at: last };
    const there = blocks[edit.at];
    conflicts.set(edit.key, there !== undefined && isWords(there) ? there.text : null);
    return { ...edit, at: last };
  });
  return { edits: moved, conflicts };
}

/** Where the text is that an edit began with: in its place, else the nearest that says the same. */
function placeOf({ at, before }: Edit, blocks: readonly Read[]): number | null {
  if (blocks[at]?.text === before) return at;
  const places = blocks.flatMap(({ text }, place) => (text === before ? [place] : []));
  return places.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))[0] ?? null;
}

type Sent = { keep: number } | { instead?: number; level: Level; text: string };

/** The body as it is sent, and of each part which edit it is of, so that what is wrong is shown where it was written. */
export function sentOf(
  edits: readonly Edit[],
  blocks: readonly Read[],
): { blocks: Sent[]; keys: (string | null)[]; title: string | undefined } {
  const sent: Sent[] = [];
  const keys: (string | null)[] = [];
  const put = (one: Sent, key: string | null): void => {
    sent.push(one);
    keys.push(key);
  };
  const added = (at: number): void => {
    for (const { key, level, text } of edits.filter((edit) => edit.kind === 'add' && edit.at === at))
      put({ level, text }, key);
  };
  added(-1);
  blocks.forEach((_, at) => {
    const edit = edits.find(({ kind, at: of }) => of === at && (kind === 'change' || kind === 'remove'));
    if (edit === undefined) put({ keep: at }, null);
    else if (edit.kind === 'change') put({ instead: at, level: edit.level, text: edit.text }, edit.key);
    added(at);
  });
  return { blocks: sent, keys, title: edits.find(({ kind }) => kind === 'title')?.text };
}

/** An edit that says what stood there already is none. */
export const isChange = (edit: Edit): boolean =>
  edit.kind === 'remove' || edit.kind === 'add' || edit.text !== edit.before;

const FIELD = /\{\{([^{}]+)\}\}/gu;

/** The names of the figures in a text as it is edited. */
export const namesIn = (text: string): string[] => [...text.matchAll(FIELD)].map((match) => match[1] ?? '');

export type Piece = { kind: 'words'; text: string } | { kind: 'figure'; name: string };

/** A text as it is edited in its pieces: words, and figures by their names. */
export const piecesOf = (text: string): Piece[] =>
  text
    .split(/\{\{([^{}]+)\}\}/u)
    .map((part, at): Piece => (at % 2 === 0 ? { kind: 'words', text: part } : { kind: 'figure', name: part }))
    .filter((piece) => piece.kind === 'figure' || piece.text !== '');
