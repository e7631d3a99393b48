import type { SittingItem, SittingView } from '#contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../session/use-session.js';
import { startOfAll, type Entries, type Entry } from './draft.js';
import { dropDraft, loadDraft, saveDraft } from './draft-store.js';

export type EntryChange = (entry: Entry) => Entry;

/** What is kept goes before what is known, but only for what is still to be filed. */
function startWith(sitting: SittingView, kept: Entries): Entries {
  const fresh = startOfAll(sitting);
  return Object.fromEntries(Object.entries(fresh).map(([id, entry]) => [id, kept[id] ?? entry]));
}

/** The entries of a sitting, saved on this computer a moment after each change. */
export function useDraft(sitting: SittingView) {
  const { person } = useSession();
  const [kept] = useState(() => loadDraft(person.id, sitting.id));
  const [entries, setEntries] = useState<Entries>(() => startWith(sitting, kept?.entries ?? {}));
  const [savedAt, setSavedAt] = useState(kept?.savedAt ?? null);
  const [restored, setRestored] = useState(kept !== null);
  const touched = useRef(false);

  useEffect(() => {
    if (!touched.current) return;
    const soon = setTimeout(() => setSavedAt(saveDraft(person.id, sitting.id, entries)), 400);
    return () => clearTimeout(soon);
  }, [entries, person.id, sitting.id]);

  // A window closed within that moment must not lose the last words either.
  useEffect(() => {
    const leave = (): void => {
      if (touched.current) saveDraft(person.id, sitting.id, entries);
    };
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [entries, person.id, sitting.id]);

  const change = useCallback((id: string, how: EntryChange): void => {
    touched.current = true;
    setEntries((old) => {
      const entry = old[id];
      return entry === undefined ? old : { ...old, [id]: how(entry) };
    });
  }, []);
  const changeAll = useCallback(
    (items: readonly SittingItem[], how: (item: SittingItem, entry: Entry) => Entry): void => {
      touched.current = true;
      setEntries((old) => {
        const changed = items.flatMap((item) => {
          const entry = old[item.obligationId];
          return entry === undefined ? [] : [[item.obligationId, how(item, entry)] as const];
        });
        return { ...old, ...Object.fromEntries(changed) };
      });
    },
    [],
  );
  const drop = useCallback((): void => {
    touched.current = false;
    dropDraft(person.id, sitting.id);
  }, [person.id, sitting.id]);
  const discard = (): void => {
    drop();
    setSavedAt(null);
    setRestored(false);
    setEntries(startOfAll(sitting));
  };
  return { entries, savedAt, restored, change, changeAll, drop, discard };
}
