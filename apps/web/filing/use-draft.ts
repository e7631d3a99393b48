import type { SittingItem, SittingView } from '#contract';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../session/use-session.js';
import { startOfAll, type Entries, type Entry } from './draft.js';
import { dropDraft, loadDraft, saveDraft } from './draft-store.js';

export type EntryChange = (entry: Entry) => Entry;

/** What was typed goes before what is known, but only for what is still to be filed. */
function startWith(fresh: Entries, typed: Entries): Entries {
  return Object.fromEntries(Object.entries(fresh).map(([id, entry]) => [id, typed[id] ?? entry]));
}

/** The entries of a sitting; what is typed is saved on this computer a moment later. */
export function useDraft(sitting: SittingView) {
  const { person } = useSession();
  const [kept] = useState(() => loadDraft(person.id, sitting.id));
  const [typed, setTyped] = useState<Entries>(kept?.entries ?? {});
  const [savedAt, setSavedAt] = useState(kept?.savedAt ?? null);
  const [restored, setRestored] = useState(kept !== null);
  const touched = useRef(false);
  const fresh = useMemo(() => startOfAll(sitting), [sitting]);
  const entries = useMemo(() => startWith(fresh, typed), [fresh, typed]);

  useEffect(() => {
    if (!touched.current) return;
    const soon = setTimeout(() => setSavedAt(saveDraft(person.id, sitting.id, typed)), 400);
    return () => clearTimeout(soon);
  }, [typed, person.id, sitting.id]);

  // Within that moment the window may be closed, the page left, or the session end: the last words are kept all the same.
  const latest = useRef(typed);
  useEffect(() => {
    latest.current = typed;
  }, [typed]);
  useEffect(() => {
    const leave = (): void => {
      if (touched.current) saveDraft(person.id, sitting.id, latest.current);
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [person.id, sitting.id]);

  const change = useCallback(
    (id: string, how: EntryChange): void => {
      touched.current = true;
      setTyped((old) => {
        const entry = old[id] ?? fresh[id];
        return entry === undefined ? old : { ...old, [id]: how(entry) };
      });
    },
    [fresh],
  );
  const changeAll = (
    items: readonly SittingItem[],
    how: (item: SittingItem, entry: Entry) => Entry,
  ): void => {
    touched.current = true;
    const changed = items.flatMap((item) => {
      const entry = entries[item.obligationId];
      return entry === undefined ? [] : [[item.obligationId, how(item, entry)] as const];
    });
    setTyped((old) => ({ ...old, ...Object.fromEntries(changed) }));
  };
  const drop = (): void => {
    touched.current = false;
    dropDraft(person.id, sitting.id);
  };
  const discard = (): void => {
    drop();
    setSavedAt(null);
    setRestored(false);
    setTyped({});
  };
  return { entries, savedAt, restored, change, changeAll, drop, discard };
}
