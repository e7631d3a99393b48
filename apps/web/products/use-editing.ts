import type { ProductView } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiProblem } from '../api/api-problem.js';
import { call, etagOf } from '../api/client.js';
import { newKey } from '../api/new-key.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { useSession } from '../session/use-session.js';
import { productText } from '../texts/zh.js';
import { keepEdits, loadEdits } from './draft-store.js';
import { isChange, rebased, sentOf, type Edit } from './editing.js';

/** The edits of a draft: kept on this computer as they are typed, carried over to what others made of it, saved together. */
export function useEditing(product: ProductView) {
  const { person } = useSession();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const keyFor = useIntentionKey();
  const [kept] = useState(() => loadEdits(person.id, product.id));
  const [begun, setBegun] = useState<readonly Edit[]>(kept?.edits ?? []);
  const [savedAt, setSavedAt] = useState(kept?.savedAt ?? null);
  const [restored, setRestored] = useState(kept !== null);
  const [merged, setMerged] = useState(false);
  const { edits, conflicts } = useMemo(
    () => rebased(begun, product.blocks, product.title),
    [begun, product.blocks, product.title],
  );
  useKept(person.id, product.id, begun, setSavedAt);

  const saving = useMutation({
    mutationFn: () => {
      const { blocks, title } = sentOf(edits.filter(isChange), product.blocks);
      const body = { blocks, ...(title === undefined ? {} : { title }) };
      const etag = etagOf(product.version);
      return call('editProduct', { params: { id: product.id }, body, etag, key: keyFor(etag, body) });
    },
    onSuccess: async (saved) => {
      keepEdits(person.id, product.id, []);
      setBegun([]);
      setRestored(false);
      setMerged(false);
      queries.setQueryData(['products', product.id], saved);
      void message.success(productText.saved);
      await queries.invalidateQueries({ queryKey: ['products'] });
    },
    onError: async (problem) => {
      if (!(problem instanceof ApiProblem) || problem.status !== 412) return;
      await queries.invalidateQueries({ queryKey: ['products', product.id] });
      setMerged(true);
    },
  });

  const change = useCallback(
    (how: (edits: readonly Edit[]) => readonly Edit[]): void =>
      setBegun((old) => how(rebased(old, product.blocks, product.title).edits)),
    [product.blocks, product.title],
  );
  const begin = (edit: Omit<Edit, 'key'>): void =>
    change((old) =>
      old.some(({ kind, at }) => kind === edit.kind && at === edit.at && kind !== 'add')
        ? old
        : [...old, { ...edit, key: newKey() }],
    );
  const put = (key: string, of: Partial<Edit>): void =>
    change((old) => old.map((edit) => (edit.key === key ? { ...edit, ...of } : edit)));
  const drop = (key: string): void => change((old) => old.filter((edit) => edit.key !== key));
  const discard = (): void => {
    saving.reset();
    setRestored(false);
    setMerged(false);
    setBegun([]);
  };
  return {
    ...{ edits, conflicts, savedAt, restored, begin, put, drop, discard },
    /** Others have changed the draft since, and nothing that was typed here stands against it. */
    merged: merged && conflicts.size === 0,
    unsaved: edits.filter(isChange).length,
    wrong: wrongOf(saving.error, edits, product),
    problem: saving.error instanceof ApiProblem && saving.error.status === 412 ? null : saving.error,
    saving: saving.isPending,
    save: (): void => {
      if (!saving.isPending && conflicts.size === 0 && edits.some(isChange)) saving.mutate();
    },
  };
}
export type Editing = ReturnType<typeof useEditing>;

/** What is typed is kept a moment later, and at once where the window closes, the page is left or the session ends. */
function useKept(
  personId: string,
  productId: string,
  edits: readonly Edit[],
  onKept: (at: string | null) => void,
): void {
  const latest = useRef(edits);
  const keptLast = useRef(edits);
  useEffect(() => {
    latest.current = edits;
    if (keptLast.current === edits) return;
    const soon = setTimeout(() => {
      keptLast.current = edits;
      onKept(keepEdits(personId, productId, edits));
    }, 400);
    return () => clearTimeout(soon);
  }, [edits, personId, productId, onKept]);
  useEffect(() => {
    const leave = (): void => {
      if (keptLast.current === latest.current) return;
      keptLast.current = latest.current;
      keepEdits(personId, productId, latest.current);
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [personId, productId]);
}

/** What the server found wrong, at the edit that it was found in. */
function wrongOf(
  problem: unknown,
  edits: readonly Edit[],
  { blocks }: ProductView,
): ReadonlyMap<string, string> {
  if (!(problem instanceof ApiProblem)) return new Map();
  const { keys } = sentOf(edits.filter(isChange), blocks);
  return new Map(
    problem.errors.flatMap(({ path, message }): [string, string][] => {
      const key = keys[Number(/^\/blocks\/(\d+)/u.exec(path)?.[1] ?? -1)] ?? null;
      return key === null ? [] : [[key, message]];
    }),
  );
}
