import type { DraftTask } from '#contract';
import { Button } from 'antd';
import { cardText, confidenceText } from '../../texts/zh.js';
import { useDesk } from '../desk.js';

/** What a person should look at in a task, with the reason and how sure the reading is. */
export function Doubts({ task }: { task: DraftTask }) {
  const { point, reveal } = useDesk();
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
            {message} <span className="soft nowrap">（{confidenceText(confidence)}）</span>
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
