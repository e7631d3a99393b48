import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { whyQuery, type Explained } from '../api/queries.js';
import { taskText } from '../texts/zh.js';
import { Answer } from './answer.js';
import { WhyGrounds } from './why-grounds.js';
import './why.css';

function Why({ of }: { of: Explained }) {
  const why = useQuery(whyQuery(of));
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

const TITLES = { task: taskText.whyTitle, obligation: taskText.whyReport, notice: taskText.whyNotice };

interface WhyButtonProps {
  of: Explained;
  /** `button`: on a page's head; `link`: within a row; `rung`: the colour itself is pressed. */
  as?: 'button' | 'link' | 'rung';
  children?: ReactNode;
}

/** "Why is it this state and this colour?": the answer with its rules, clocks and events. Asked for when opened. */
export function WhyButton({ of, as = 'button', children }: WhyButtonProps) {
  const [open, setOpen] = useState(false);
  const show = (): void => setOpen(true);
  return (
    <>
      {as === 'button' ? (
        <Button onClick={show} data-testid="why-button">
          {taskText.why}
        </Button>
      ) : (
        <button
          type="button"
          className={as === 'rung' ? 'why-rung' : 'why-link'}
          onClick={show}
          title={TITLES[of.kind]}
          data-testid="why-button"
        >
          {children ?? taskText.whyShort}
        </button>
      )}
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={TITLES[of.kind]}
        size="min(35rem, 100vw)"
        destroyOnHidden
      >
        <Why of={of} />
      </Drawer>
    </>
  );
}
