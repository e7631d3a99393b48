import type { Wall } from '#contract';
import { Link } from '@tanstack/react-router';
import { useSyncExternalStore, type RefObject } from 'react';
import { formatInstant } from '../format/date.js';
import { shortTitle } from '../session/use-plan.js';
import { wallText } from '../texts/zh.js';
import { countSigns, sameChoice, SIGN_MARKS, SIGNS, type Choice } from './sign-of.js';
import './chosen.css';

const onFullScreen = (tell: () => void): (() => void) => {
  document.addEventListener('fullscreenchange', tell);
  return () => document.removeEventListener('fullscreenchange', tell);
};

interface WallHeadProps {
  wall: Wall;
  live: boolean;
  dark: boolean;
  onDark: () => void;
  whole: RefObject<HTMLElement | null>;
}

export function WallHead({ wall, live, dark, onDark, whole }: WallHeadProps) {
  const full = useSyncExternalStore(onFullScreen, () => document.fullscreenElement !== null);
  const turnFull = (): void => {
    // Refused where the browser or its owner does not allow it: the wall stays as it is.
    const asked = full ? document.exitFullscreen() : whole.current?.requestFullscreen();
    asked?.catch(() => undefined);
  };
  const title = shortTitle(wall.plan.title);
  return (
    <header className="wall-head">
      <title>{wallText.title}</title>
      <h1 title={wall.plan.title}>{title}</h1>
      <span className="wall-at">{formatInstant(wall.at)}</span>
      <span className="wall-live" role="status" data-testid="wall-live">
        {live ? wallText.live : wallText.reconnecting}
      </span>
      <nav className="wall-tools" aria-label={wallText.tools}>
        <button type="button" onClick={turnFull} aria-pressed={full} data-testid="wall-full">
          {full ? wallText.leaveFull : wallText.full}
        </button>
        <button type="button" onClick={onDark} aria-pressed={dark} data-testid="wall-dark">
          {dark ? wallText.light : wallText.dark}
        </button>
        <button type="button" onClick={() => window.print()}>
          {wallText.print}
        </button>
        <Link to="/">{wallText.leave}</Link>
      </nav>
    </header>
  );
}

export interface ChoosingProps {
  choice: Choice | null;
  onChoose: (choice: Choice) => void;
}

/** The figures of the plan, which are also the key to the signs; one that is pressed shows which tasks it counts. */
export function WallFigures({ wall, choice, onChoose }: { wall: Wall } & ChoosingProps) {
  const counts = countSigns(wall);
  const { figures } = wall;
  return (
    <dl className="wall-figures" data-testid="wall-figures">
      <div className="wall-figure">
        <dt>{wallText.tasks}</dt>
        <dd>{figures.tasks}</dd>
      </div>
      <div className="wall-figure wall-figure-wide">
        <dt>{wallText.progress}</dt>
        <dd>
          {Math.round(figures.progress)}% <small>{wallText.expected(Math.round(figures.expected))}</small>
        </dd>
      </div>
      {SIGNS.map((sign) => (
        <div
          key={sign}
          className={`wall-figure ${counts[sign] > 0 ? `wall-${sign}` : 'wall-nothing'}`}
          data-testid={`wall-count-${sign}`}
        >
          <dt>
            <button
              type="button"
              className="wall-choose"
              disabled={counts[sign] === 0}
              aria-pressed={sameChoice(choice, { sign })}
              onClick={() => onChoose({ sign })}
            >
              <i aria-hidden="true">{SIGN_MARKS[sign]}</i> {wallText.signs[sign]}
            </button>
          </dt>
          <dd>{counts[sign]}</dd>
        </div>
      ))}
    </dl>
  );
}
