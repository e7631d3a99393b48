import type { SittingItem } from '#contract';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api/api-problem.js';
import { newKey } from '../api/new-key.js';
import { uploadFile } from '../api/upload-file.js';
import { evidenceText, filingText, marks } from '../texts/zh.js';

/** The limit of the server, said before anything is sent. */
const MAX_BYTES = 20 * 1024 * 1024;

interface RowFilesProps {
  item: SittingItem;
  /** What was let fall on the row last. */
  dropped: readonly File[];
}

/** Files for a report: chosen, or let fall on its row; each is kept at once and belongs to the report. Never asked for. */
export function RowFiles({ item, dropped }: RowFilesProps) {
  const [names, setNames] = useState<string[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const { mutate, isPending, error, variables } = useMutation({
    networkMode: 'always',
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        if (file.size > MAX_BYTES)
          throw new ApiProblem(413, 'DOCUMENT_TOO_LARGE', evidenceText.tooLargeTitle, evidenceText.tooLarge);
        const { name } = await uploadFile('addEvidence', {
          file,
          params: { id: item.task.id },
          query: { name: file.name.slice(-200), obligation: item.obligationId },
          key: newKey(),
          onSent: () => undefined,
        });
        setNames((old) => [...old, name]);
      }
    },
  });
  useEffect(() => {
    if (dropped.length > 0) mutate(dropped);
  }, [dropped, mutate]);
  const code = error instanceof ApiProblem ? error.code : null;
  return (
    <div className="filing-files small" data-testid={`files-${item.task.code}`}>
      <button
        type="button"
        className="quiet-button"
        title={filingText.files.hint}
        aria-label={filingText.files.addTo(item.task.code)}
        disabled={isPending}
        onClick={() => input.current?.click()}
      >
        {filingText.files.add}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          target.value = '';
          if (chosen.length > 0) mutate(chosen);
        }}
      />
      <span role="status" className="soft">
        {isPending
          ? filingText.files.sending(variables[0]?.name ?? '')
          : names.map(filingText.files.sent).join(marks.semicolon)}
      </span>
      {error === null ? null : (
        <span className="filing-error" role="alert">
          {error instanceof ApiProblem ? error.detail : evidenceText.tooLarge}{' '}
          {code === null ? null : <code>{code}</code>}
        </span>
      )}
    </div>
  );
}
