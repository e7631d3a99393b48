import type { AccountImportView } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Tag } from 'antd';
import { useRef, useState } from 'react';
import { newKey } from '../api/new-key.js';
import { uploadFile } from '../api/upload-file.js';
import { ProblemNote } from '../components/problem-note.js';
import { accountTexts, common, marks } from '../texts/zh.js';
import { PasswordsDialog } from './passwords-dialog.js';

const { list: texts } = accountTexts;
const COLOURS: Record<string, string> = { refused: 'red', toGrant: 'gold', unchanged: 'default' };
const CHANGES = ['newUnit', 'newPerson', 'movedPerson', 'granted'];

const send = (file: File, dryRun: boolean): Promise<AccountImportView> =>
  uploadFile('importAccounts', { file, query: { dryRun }, key: newKey(), onSent: () => undefined });

/** A list of units and people: what each line would do, and then, if that is as it should be, the same for real. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [saved, setSaved] = useState(false);
  const tried = useMutation({ mutationFn: (chosen: File) => send(chosen, true) });
  const done = useMutation({
    mutationFn: (chosen: File) => send(chosen, false),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const shown = done.data ?? tried.data;
  const changes = CHANGES.reduce((sum, one) => sum + (shown?.counts[one] ?? 0), 0);
  if (done.data !== undefined && done.data.firstPasswords.length > 0 && !saved)
    return <PasswordsDialog passwords={done.data.firstPasswords} onClose={() => setSaved(true)} />;
  return (
    <Modal
      open
      width="51.25rem"
      title={texts.title}
      onCancel={onClose}
      data-testid="import-dialog"
      footer={
        done.data === undefined ? (
          <>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button
              type="primary"
              disabled={file === undefined || changes === 0}
              loading={done.isPending}
              onClick={() => file !== undefined && done.mutate(file)}
              data-testid="import-go"
            >
              {texts.go(changes)}
            </Button>
          </>
        ) : (
          <Button type="primary" onClick={onClose}>
            {texts.close}
          </Button>
        )
      }
    >
      <p className="dialog-prompt">{texts.hint}</p>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        hidden
        data-testid="import-file"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen === undefined) return;
          setFile(chosen);
          tried.mutate(chosen);
        }}
      />
      {done.data === undefined ? (
        <Button onClick={() => input.current?.click()} loading={tried.isPending}>
          {file === undefined ? texts.choose : `${file.name}${marks.comma}${texts.again}`}
        </Button>
      ) : null}
      <ProblemNote problem={done.error ?? tried.error} />
      {shown === undefined ? null : <Lines shown={shown} changes={changes} />}
    </Modal>
  );
}

function Lines({ shown, changes }: { shown: AccountImportView; changes: number }) {
  return (
    <>
      <Alert
        className="import-said"
        type={shown.dryRun ? 'info' : 'success'}
        showIcon
        title={shown.dryRun ? texts.tried : texts.done}
        description={changes === 0 ? texts.nothing : undefined}
      />
      <ul className="import-lines" data-testid="import-lines">
        {shown.lines.map(({ line, what, result, resultLabel, message }, index) => (
          <li key={index}>
            <span className="soft small number">{line === null ? '' : `${texts.line} ${line}`}</span>
            <span>{what}</span>
            <Tag color={COLOURS[result] ?? 'green'}>{resultLabel}</Tag>
            <span className="soft small">{message}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
