import type { SittingItem } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api/api-problem.js';
import { addressOf } from '../api/client.js';
import { newKey } from '../api/new-key.js';
import { uploadFile } from '../api/upload-file.js';
import { WithdrawDialog } from '../evidence/withdraw-dialog.js';
import { evidenceText, filingText, marks } from '../texts/zh.js';

/** The limit of the server, said before anything is sent. */
const MAX_BYTES = 20 * 1024 * 1024;

/** Read again when a file has come or gone. */
const SITTINGS = ['sittings'];

interface RowFilesProps {
  item: SittingItem;
  /** What was let fall on the row last. */
  dropped: readonly File[];
}

/** Files for a report: chosen, or let fall on its row; each is kept at once and belongs to the report. Never asked for. */
export function RowFiles({ item, dropped }: RowFilesProps) {
  const [names, setNames] = useState<string[]>([]);
  const [withdrawing, withdraw] = useState<SittingItem['files'][number] | null>(null);
  const queries = useQueryClient();
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
    // What is there is what the server has; the words that are being typed are a draft and stay.
    onSettled: () => queries.invalidateQueries({ queryKey: SITTINGS }),
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
      <span role="status" className={isPending ? 'soft' : 'visually-hidden'}>
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
      {item.files.length === 0 ? null : (
        <ul>
          {item.files.map((file) => (
            <li key={file.id}>
              <a href={addressOf('evidenceContent', { params: { id: file.id } })} download={file.name}>
                {file.name}
              </a>{' '}
              <button
                type="button"
                className="quiet-button"
                aria-label={evidenceText.withdrawTitle(file.name)}
                onClick={() => withdraw(file)}
              >
                {evidenceText.withdraw}
              </button>
            </li>
          ))}
        </ul>
      )}
      {withdrawing === null ? null : (
        <WithdrawDialog
          file={{ ...withdrawing, taskId: item.task.id }}
          again={SITTINGS}
          onClose={() => withdraw(null)}
        />
      )}
    </div>
  );
}
