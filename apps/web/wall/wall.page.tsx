import { SCHEDULE_LABELS, type Wall, type WallTile } from '#contract';
import { useRef, useState, type CSSProperties } from 'react';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { PagePending } from '../components/page-states.js';
import { usePlan } from '../session/use-plan.js';
import { wordInLanguage } from '../texts/in-language.js';
import { overviewText, wallText } from '../texts/zh.js';
import { isChosen, sameChoice, type Choice } from './sign-of.js';
import { useTileSide } from './use-tile-side.js';
import { useWall } from './use-wall.js';
import { WallFigures, WallHead } from './wall-head.js';
import { WallRows } from './wall-rows.js';
import { WallSide } from './wall-side.js';
import './wall.css';

/** A whole plan on one screen, to be read from the other side of the room: 挂图作战. */
export function WallPage() {
  const plan = usePlan();
  if (plan === undefined) return <PagePending />;
  if (plan === null) return <EmptyNote title={overviewText.noPlan} hint={overviewText.noPlanHint} />;
  return <WallOf key={plan.id} planId={plan.id} />;
}

function WallOf({ planId }: { planId: string }) {
  const { wall, live } = useWall(planId);
  return <Answer query={wall}>{(found) => <Wall wall={found} live={live} />}</Answer>;
}

/** What the last report made of a task, where today makes another thing of it. */
const recordedOf = ({ schedule, recorded }: WallTile): string | null =>
  recorded === schedule ? null : wordInLanguage(SCHEDULE_LABELS[recorded]);

const PLACE = 'luoshi/wall-dark';
function rememberedDark(): boolean {
  try {
    const kept = localStorage.getItem(PLACE);
    if (kept !== null) return kept === 'yes';
  } catch {
    // Without storage it is as the system has it.
  }
  return window.matchMedia('(prefers-color-scheme: dark)').matches;
}
function rememberDark(dark: boolean): void {
  try {
    localStorage.setItem(PLACE, dark ? 'yes' : 'no');
  } catch {
    // It then holds until the page is left.
  }
}

function Wall({ wall, live }: { wall: Wall; live: boolean }) {
  const whole = useRef<HTMLElement>(null);
  const [dark, setDark] = useState(rememberedDark);
  const [pointed, point] = useState<string | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);
  const choose = (one: Choice): void => setChoice(sameChoice(choice, one) ? null : one);
  const { screen, paper } = useTileSide(wall);
  const sides = { '--tile': `${screen}vw`, '--tile-on-paper': `${paper}vw` } as CSSProperties;
  const turnDark = (): void => {
    rememberDark(!dark);
    setDark(!dark);
  };
  const tiles = wall.actions.flatMap((action) => action.tiles);
  const tile = tiles.find(({ id }) => id === pointed);
  const hint =
    choice === null ? wallText.hint : wallText.chosen(tiles.filter((one) => isChosen(one, choice)).length);
  // Below that no number can be read: the sign alone then tells, and the line at the bottom what is pointed at.
  const size = screen < 1.2 ? 'wall-tiny' : screen < 2 ? 'wall-small' : '';
  return (
    <main
      ref={whole}
      className={`wall ${size}`}
      data-page="/wall"
      data-dark={dark}
      style={sides}
      data-testid="wall"
    >
      <WallHead wall={wall} live={live} dark={dark} onDark={turnDark} whole={whole} />
      <WallFigures wall={wall} choice={choice} onChoose={choose} />
      <div className="wall-main">
        <WallRows actions={wall.actions} levels={wall.levels} choice={choice} onPoint={point} />
        <WallSide wall={wall} choice={choice} onChoose={choose} />
      </div>
      <footer className="wall-foot" data-testid="wall-foot">
        {tile === undefined ? hint : wallText.pointed(tile, recordedOf(tile))}
      </footer>
    </main>
  );
}
