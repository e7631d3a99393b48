import type { SittingItem, SittingView } from '#contract';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../session/use-session.js';
import { clashesOfWindows, merged, type Clash } from './conflict.js';
import { startOfAll, type Entries, type Entry } from './draft.js';
import { draftKey, dropDraft, loadDraft, saveDraft, type Draft } from './draft-store.js';

export type EntryChange = (entry: Entry) => Entry;

/** What was typed goes before what is known, but only for what is still to be filed. */
function startWith(fresh: Entries, typed: Entries): Entries {
  return Object.fromEntries(Object.entries(fresh).map(([id, entry]) => [id, typed[id] ?? entry]));
}

const NONE: Entries = {};

/**
 * The entries of a sitting; what is typed is saved on this computer a moment later. Another window of the same person
 * may hold the same draft: what it has changed is taken over where nothing was changed here, else it is a clash that the
 * person decides.
 */
export function useDraft(sitting: SittingView) {
  const { person } = useSession();
  const key = draftKey(person.id, sitting.id);
  const [kept] = useState(() => loadDraft(key));
  const [typed, setTyped] = useState<Entries>(kept?.entries ?? NONE);
  const [savedAt, setSavedAt] = useState(kept?.savedAt ?? null);
  const [restored, setRestored] = useState(kept !== null);
  const [clashes, setClashes] = useState<Clash[]>([]);
  const beside = useRef(kept?.beside ?? null);
  const [isDecided, setDecided] = useState(kept !== null && kept.beside === sitting.filedAt);
  const isTouched = useRef(false);
  /** What both windows last agreed on. */
  const base = useRef<Draft | null>(kept);
  const latest = useRef(typed);
  const fresh = useMemo(() => startOfAll(sitting), [sitting]);
  const entries = useMemo(() => startWith(fresh, typed), [fresh, typed]);

  /** Takes over what another window has saved since. */
  const meet = useCallback((theirs: Draft): void => {
    const before = base.current?.entries ?? NONE;
    const found = clashesOfWindows(before, latest.current, theirs.entries);
    base.current = theirs;
    latest.current = merged(before, latest.current, theirs.entries);
    setTyped(latest.current);
    if (found.length > 0) setClashes(found);
  }, []);

  const save = useCallback((): void => {
    const there = loadDraft(key);
    if (there !== null && there.revision > (base.current?.revision ?? 0)) meet(there);
    const saved = saveDraft(key, {
      entries: { ...latest.current },
      revision: (there?.revision ?? base.current?.revision ?? 0) + 1,
      beside: beside.current,
    });
    if (saved !== null) base.current = saved;
    setSavedAt(saved?.savedAt ?? null);
  }, [key, meet]);

  useEffect(() => {
    latest.current = typed;
    if (!isTouched.current) return;
    const soon = setTimeout(save, 400);
    return () => clearTimeout(soon);
  }, [typed, save]);

  useEffect(() => {
    const heard = (event: StorageEvent): void => {
      if (event.key !== key || event.newValue === null) return;
      const theirs = loadDraft(key);
      if (theirs !== null && theirs.revision > (base.current?.revision ?? 0)) meet(theirs);
    };
    // Within that moment the window may be closed, the page left, or the session end: the last words are kept all the same.
    const leave = (): void => {
      if (isTouched.current) save();
    };
    window.addEventListener('storage', heard);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('storage', heard);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [key, meet, save]);

  const put = useCallback((changed: Entries): void => {
    isTouched.current = true;
    latest.current = { ...latest.current, ...changed };
    setTyped(latest.current);
  }, []);
  const change = useCallback(
    (id: string, how: EntryChange): void => {
      const entry = latest.current[id] ?? fresh[id];
      if (entry !== undefined) put({ [id]: how(entry) });
    },
    [fresh, put],
  );
  const changeAll = (
    items: readonly SittingItem[],
    how: (item: SittingItem, entry: Entry) => Entry,
  ): Entries => {
    const changed = Object.fromEntries(
      items.flatMap((item) => {
        const entry = entries[item.obligationId];
        return entry === undefined ? [] : [[item.obligationId, how(item, entry)] as const];
      }),
    );
    put(changed);
    return { ...entries, ...changed };
  };
  const drop = (): void => {
    isTouched.current = false;
    dropDraft(key);
  };
  const discard = (): void => {
    drop();
    base.current = null;
    latest.current = NONE;
    setSavedAt(null);
    setRestored(false);
    setTyped(NONE);
  };
  const settle = (chosen: Entries): void => {
    beside.current = sitting.filedAt;
    setDecided(true);
    put(chosen);
    setClashes([]);
  };
  return {
    entries,
    typed,
    savedAt,
    restored,
    clashes,
    isDecided,
    put,
    change,
    changeAll,
    drop,
    discard,
    settle,
  };
}
