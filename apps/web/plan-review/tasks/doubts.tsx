import type { DraftTask } from '#contract';
import { Button } from 'antd';
import { cardText, confidenceText, marks } from '../../texts/zh.js';
import { useDesk } from '../desk.js';

/** A longer quotation says no more than the marked place in the document. */
const QUOTED = 24;

function Quoted({ words, whole }: { words: string | null; whole: string }) {
  const said = words?.trim() ?? '';
  if (said === '' || said.length >= whole.length) return null;
  return <b>“{said.length > QUOTED ? `${said.slice(0, QUOTED)}…` : said}” </b>;
}

/** What a person should look at in a task, with the reason and how sure the reading is. */
export function Doubts({ task }: { task: DraftTask }) {
  const { point, reveal, wordsAt } = useDesk();
  if (task.doubts.length === 0 || task.state === 'dropped') return null;
  return (
    <ul className={task.state === 'confirmed' ? 'pr-doubts pr-answered' : 'pr-doubts'} data-testid="doubts">
      {task.doubts.map(({ code, message, path, span, confidence }) => (
        <li
          key={code + path + JSON.stringify(span)}
          onMouseEnter={() => point([span])}
          onMouseLeave={() => point([])}
        >
          <span>
            <Quoted words={wordsAt(span)} whole={task.text} />
            {message}{' '}
            <span className="soft nowrap">
              {marks.open}
              {confidenceText(confidence)}
              {marks.close}
            </span>
          </span>
          <Button
            size="small"
            type="link"
            onFocus={() => point([span])}
            onBlur={() => point([])}
            onClick={() => {
              point([span]);
              reveal(span);
            }}
          >
            {cardText.see}
          </Button>
        </li>
      ))}
    </ul>
  );
}
