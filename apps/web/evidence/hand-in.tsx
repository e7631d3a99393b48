import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Progress, Upload } from 'antd';
import { useState } from 'react';
import { ApiProblem } from '../api/api-problem.js';
import { uploadFile } from '../api/upload-file.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { ProblemNote } from '../components/problem-note.js';
import { evidenceText } from '../texts/zh.js';
import { evidenceQuery } from './queries.js';

/** The limit of the server, said before anything is sent. */
const MAX_BYTES = 20 * 1024 * 1024;

/** One file at a time, with a word on what it shows; it is kept as soon as it is chosen. */
export function HandIn({ taskId }: { taskId: string }) {
  const queries = useQueryClient();
  const keyFor = useIntentionKey();
  const { message } = App.useApp();
  const [sent, setSent] = useState(0);
  const [note, setNote] = useState('');
  const handingIn = useMutation({
    mutationFn: (file: File) => {
      if (file.size > MAX_BYTES)
        throw new ApiProblem(413, 'DOCUMENT_TOO_LARGE', evidenceText.tooLargeTitle, evidenceText.tooLarge);
      setSent(0);
      return uploadFile('addEvidence', {
        file,
        params: { id: taskId },
        query: { name: file.name.slice(-200), note },
        key: keyFor(taskId, file.name, file.size, file.lastModified, note),
        onSent: setSent,
      });
    },
    onSuccess: async ({ name }) => {
      setNote('');
      void message.success(evidenceText.added(name));
      await queries.invalidateQueries({ queryKey: evidenceQuery(taskId).queryKey });
    },
  });
  return (
    <div className="evidence-hand-in">
      <Input
        value={note}
        maxLength={200}
        placeholder={evidenceText.note}
        aria-label={evidenceText.note}
        onChange={({ target }) => setNote(target.value)}
      />
      <Upload
        showUploadList={false}
        disabled={handingIn.isPending}
        beforeUpload={(file) => {
          handingIn.mutate(file);
          return false;
        }}
      >
        <Button loading={handingIn.isPending}>{evidenceText.add}</Button>
      </Upload>
      {handingIn.isPending ? <Progress percent={Math.round(sent * 100)} size="small" /> : null}
      <ProblemNote problem={handingIn.error} />
      <p className="soft small">{evidenceText.hint}</p>
    </div>
  );
}
