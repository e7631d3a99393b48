import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { whyQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { taskText } from '../texts/zh.js';
import { WhyGrounds } from './why-grounds.js';

function Why({ taskId }: { taskId: string }) {
  const why = useQuery(whyQuery(taskId));
  return (
    <Answer query={why}>
      {({ sentences, ...grounds }) => (
        <div data-testid="why">
          <p className="soft small">{taskText.whyHint}</p>
          {sentences.length === 0 ? <p>{taskText.noSentences}</p> : null}
          <ol className="why-sentences">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
          <WhyGrounds {...grounds} />
        </div>
      )}
    </Answer>
  );
}

/** "Why is it this state and this colour?": the answer with its rules, clocks and events. */
export function WhyButton({ taskId }: { taskId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} data-testid="why-button">
        {taskText.why}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={taskText.whyTitle}
        size="min(560px, 100vw)"
        destroyOnHidden
      >
        <Why taskId={taskId} />
      </Drawer>
    </>
  );
}
