import type { Wall, WallLevel, WallTile } from '#contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { memo, type CSSProperties, type KeyboardEvent, type MouseEvent, type SyntheticEvent } from 'react';
import { wallText } from '../texts/zh.js';
import { LevelMark } from './level-mark.js';
import { isChosen, SIGN_MARKS, signOf, type Choice } from './sign-of.js';

interface TileProps {
  tile: WallTile;
  levels: readonly WallLevel[];
  first: boolean;
  chosen: boolean;
}

/** A link of its own and no component of the router: three thousand of those would each listen to every change. */
const Tile = memo(function Tile({ tile, levels, first, chosen }: TileProps) {
  const sign = signOf(tile);
  const place = levels.findIndex(({ id }) => id === tile.level);
  const code = tile.code.replace(/^.*-/u, '');
  const filled = { '--done': `${tile.progress}%` } as CSSProperties;
  return (
    <a
      href={`/tasks/${tile.id}`}
      className={`wall-tile wall-${sign}${chosen ? ' wall-chosen' : ''}`}
      style={filled}
      tabIndex={first ? 0 : -1}
      aria-label={wallText.tile(tile)}
      data-id={tile.id}
      data-testid="wall-tile"
    >
      <span className={code.length > 3 ? 'wall-tile-code wall-tile-long' : 'wall-tile-code'}>{code}</span>
      <span className="wall-tile-sign">{SIGN_MARKS[sign]}</span>
      {tile.level === null ? null : <LevelMark place={place} colour={levels[place]?.colour} />}
    </a>
  );
});

function RowHead({ action }: { action: Wall['actions'][number] }) {
  const { figures } = action;
  const bars = { '--done': `${figures.progress}%`, '--due': `${figures.expected}%` } as CSSProperties;
  return (
    <div className="wall-row-head">
      <h2 title={action.name}>
        <Link to="/tasks" search={{ action: action.code }}>
          <b>{action.code}</b> {action.name}
        </Link>
      </h2>
      <div className="wall-bar" style={bars} aria-hidden="true">
        <i />
      </div>
      <p>{wallText.against(Math.round(figures.progress), Math.round(figures.expected))}</p>
    </div>
  );
}

interface WallRowsProps {
  actions: Wall['actions'];
  levels: readonly WallLevel[];
  /** What stands out; null: all alike. */
  choice: Choice | null;
  /** The tile under the pointer or the focus. */
  onPoint: (id: string | null) => void;
}

const tileOf = (event: SyntheticEvent): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('.wall-tile') : null;

/** Where an arrow leads: to the next tile, or to the same place in the next action. */
function nextTile(from: HTMLElement, key: string): Element | null | undefined {
  const row = from.closest('.wall-row');
  const all = [...(row?.querySelectorAll('.wall-tile') ?? [])];
  const place = all.indexOf(from);
  if (key === 'ArrowRight') return all[place + 1] ?? row?.nextElementSibling?.querySelector('.wall-tile');
  if (key === 'ArrowLeft')
    return all[place - 1] ?? [...(row?.previousElementSibling?.querySelectorAll('.wall-tile') ?? [])].at(-1);
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  const beside = key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const there = [...(beside?.querySelectorAll('.wall-tile') ?? [])];
  return there[Math.min(place, there.length - 1)];
}
const KEYS = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

/** The actions one below the other, each with its tasks; a click or Enter leads to the task, arrows from tile to tile. */
export function WallRows({ actions, levels, choice, onPoint }: WallRowsProps) {
  const navigate = useNavigate();
  const open = (event: MouseEvent): void => {
    const id = tileOf(event)?.dataset['id'];
    // With a key held down the browser opens a window of its own.
    if (id === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ to: '/tasks/$taskId', params: { taskId: id } });
  };
  const move = (event: KeyboardEvent): void => {
    const from = tileOf(event);
    if (from === null || !KEYS.includes(event.key)) return;
    event.preventDefault();
    const to = nextTile(from, event.key);
    if (to instanceof HTMLElement) to.focus();
  };
  const point = (event: SyntheticEvent): void => onPoint(tileOf(event)?.dataset['id'] ?? null);
  const firstId = actions.find(({ tiles }) => tiles.length > 0)?.tiles[0]?.id;
  return (
    // The links inside are what is used; here their events are caught for all of them.
    <div
      className={choice === null ? 'wall-rows' : 'wall-rows wall-choosing'}
      onClick={open}
      onKeyDown={move}
      onFocus={point}
      onMouseOver={point}
    >
      {actions.map((action) => (
        <section key={action.id} className="wall-row" aria-label={action.name} data-testid="wall-row">
          <RowHead action={action} />
          <div className="wall-tiles">
            {action.tiles.map((tile) => (
              <Tile
                key={tile.id}
                tile={tile}
                levels={levels}
                first={tile.id === firstId}
                chosen={choice !== null && isChosen(tile, choice)}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
