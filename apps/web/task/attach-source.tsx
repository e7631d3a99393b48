import type { TaskView } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { newKey } from '../api/new-key.js';
import { uploadFile } from '../api/upload-file.js';
import { ProblemNote } from '../components/problem-note.js';
import { useSession } from '../session/use-session.js';
import { taskText } from '../texts/zh.js';

/** The plan was loaded without its text: says so, and its headquarters office can hand the published file in. */
export function AttachSource({ task: { plan } }: { task: TaskView }) {
  const { roles } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const attaching = useMutation({
    mutationFn: (file: File) =>
      uploadFile('attachPlanSource', {
        params: { id: plan.id },
        key: newKey(),
        file,
        onSent: () => undefined,
      }),
    onSuccess: ({ tasks }) => {
      void message.success(taskText.attached(tasks));
      return queries.invalidateQueries();
    },
  });
  return (
    <>
      <span className="soft">{taskText.noText}</span>
      {roles.some(({ role }) => role === 'headquartersOffice') ? (
        <div className="attach-source">
          <input
            ref={input}
            type="file"
            hidden
            aria-label={taskText.attach}
            data-testid="source-file"
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = '';
              if (file !== undefined) attaching.mutate(file);
            }}
          />
          <Button size="small" disabled={attaching.isPending} onClick={() => input.current?.click()}>
            {attaching.isPending ? taskText.attaching : taskText.attach}
          </Button>
          <span className="soft small">{taskText.attachHint}</span>
          <ProblemNote problem={attaching.error} />
        </div>
      ) : null}
    </>
  );
}
