import type { LedgerUpload } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../api/new-key.js';
import { uploadFile } from '../api/upload-file.js';

const send = (name: 'checkLedger' | 'fileLedger', file: File, sitting: string): Promise<LedgerUpload> =>
  uploadFile(name, { file, query: { sitting }, key: newKey(), onSent: () => undefined });

/** A workbook that is tried, and then filed. What was not filed is asked for once more, so that it can be handed back. */
export function useUpload(sitting: string) {
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const tried = useMutation({ mutationFn: (chosen: File) => send('checkLedger', chosen, sitting) });
  const filed = useMutation({
    mutationFn: async (chosen: File) => {
      const done = await send('fileLedger', chosen, sitting);
      // The reports are in: that the rest could not be had again must not look as if they were not.
      const rest = await send('checkLedger', chosen, sitting).catch(() => null);
      return { ...done, marked: rest?.marked ?? tried.data?.marked ?? null };
    },
    onSettled: () => queries.invalidateQueries(),
  });
  return {
    file,
    choose: (chosen: File): void => {
      setFile(chosen);
      filed.reset();
      tried.mutate(chosen);
    },
    go: (): void => {
      if (file !== undefined) filed.mutate(file);
    },
    shown: filed.data ?? tried.data,
    isDone: filed.data !== undefined,
    isReading: tried.isPending,
    isFiling: filed.isPending,
    problem: filed.error ?? tried.error,
  };
}
