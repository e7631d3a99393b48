import { useCallback, useState } from 'react';
import { z } from 'zod';

/** What a person has typed into one field and not saved. */
export interface FieldDraft {
  form: unknown;
  /** The field in words as it was when they began. */
  base: string;
}

const storedSchema = z.record(z.string(), z.object({ form: z.unknown(), base: z.string() }));
export type Drafts = Readonly<Record<string, FieldDraft>>;

export const draftKey = (taskId: string, field: string): string => `${taskId}/${field}`;

function read(place: string): Drafts {
  try {
    return storedSchema.parse(JSON.parse(sessionStorage.getItem(place) ?? '{}'));
  } catch {
    return {};
  }
}

function write(place: string, drafts: Drafts): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(drafts));
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

/** Unsaved corrections of a review: they outlast another choice of task, a conflict and a reload. */
export function useDrafts(reviewId: string): {
  drafts: Drafts;
  setDraft: (key: string, draft: FieldDraft | null) => void;
} {
  const place = `plan-review/${reviewId}`;
  const [drafts, setDrafts] = useState<Drafts>(() => read(place));
  const setDraft = useCallback(
    (key: string, draft: FieldDraft | null): void =>
      setDrafts((known) => {
        const others = Object.entries(known).filter(([each]) => each !== key);
        const next = Object.fromEntries(draft === null ? others : [...others, [key, draft]]);
        write(place, next);
        return next;
      }),
    [place],
  );
  return { drafts, setDraft };
}
