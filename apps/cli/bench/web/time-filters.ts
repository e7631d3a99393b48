import type { Browser, Page } from 'playwright-core';
import { progress } from '../../terminal/progress.js';
import { median } from '../processor.js';
import { BARE_PAGE } from './in-page.js';
import { Window } from './window.js';

/** One act: where, what, and what then says something else. */
interface Act {
  what: string;
  watched: string;
  goal?: number;
  /** What stands before the act without being timed: a list opened, a field chosen. */
  before?: (page: Page) => Promise<unknown>;
  act: (page: Page) => Promise<unknown>;
}

export interface FilterFigure {
  what: string;
  /** Medians, milliseconds from the key or click until it is painted. */
  ms: number;
  slowedMs: number;
  /** So many times a click that changes one word of an empty page, unslowed: the median of the rounds' own. */
  ratio: number;
}

const COUNT = '[data-testid="task-count"]';
const FIRST_LINE = '[data-testid="line-table"] tbody tr.ant-table-row td';
const option = (page: Page, words: string): Promise<void> =>
  page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .getByTitle(words, { exact: true })
    .click();
const choose = (name: string, field: string, words: string): Act => ({
  what: `任务清单：选${name}`,
  watched: COUNT,
  before: (page) => page.locator(`.filter-${field}`).click(),
  act: (page) => option(page, words),
});
const words = (page: Page): ReturnType<Page['locator']> => page.locator('.filter-q input');

const TASK_ACTS: readonly Act[] = [
  {
    what: '任务清单：输入第一个字',
    watched: COUNT,
    before: (page) => words(page).focus(),
    act: (page) => page.keyboard.press('7'),
  },
  { what: '任务清单：输入第二个字', watched: COUNT, act: (page) => page.keyboard.press('3') },
  { what: '任务清单：删去一个字', watched: COUNT, act: (page) => page.keyboard.press('Backspace') },
  {
    what: '任务清单：清除',
    watched: COUNT,
    act: (page) => page.getByRole('button', { name: '清除条件' }).first().click(),
  },
  choose('行动', 'action', '第3项行动'),
  choose('进度', 'schedule', '严重滞后'),
];
const LINE_ACTS: readonly Act[] = [
  {
    what: '报送线：输入第一个字',
    watched: FIRST_LINE,
    before: (page) => page.locator('.line-words input').focus(),
    act: (page) => page.keyboard.press('7'),
  },
  { what: '报送线：删去', watched: FIRST_LINE, act: (page) => page.keyboard.press('Backspace') },
];
const WALL_ACTS: readonly Act[] = [
  {
    what: '挂图：指向一项任务',
    watched: '[data-testid="wall-foot"]',
    act: (page) => page.locator('.wall-tile').nth(2_000).hover({ force: true }),
  },
  {
    what: '挂图：明暗切换',
    watched: '[data-testid="wall-dark"]',
    act: (page) => page.getByTestId('wall-dark').click(),
  },
];

type Kept = Parameters<typeof Window.open>[2];

/** Conditions chosen and words typed on lists and the wall of so many tasks, as they are and slowed down. */
export async function timeFilters(
  browser: Browser,
  url: string,
  kept: Kept,
  { rounds, slowness, tasks }: { rounds: number; slowness: number; tasks: number },
): Promise<FilterFigure[]> {
  const opening = (what: string, place: string, watched: string, goal?: number): Act => ({
    what,
    watched,
    ...(goal === undefined ? {} : { goal }),
    act: (page) => page.getByTestId(`nav-${place}`).click(),
  });
  const scenes: readonly (readonly Act[])[] = [
    [opening(`打开 ${tasks} 项任务的清单`, 'tasks', COUNT), ...TASK_ACTS],
    [opening('打开报送线', 'lines', FIRST_LINE), ...LINE_ACTS],
    [opening(`打开 ${tasks} 项任务的挂图`, 'wall', '.wall-tile', tasks), ...WALL_ACTS],
  ];
  const taken = new Map<string, { ms: number[]; slowed: number[]; ratios: number[] }>();
  for (let round = 0; round < rounds; round += 1) {
    const bare = await timeBare(browser, url, kept);
    for (const times of [1, slowness])
      for (const scene of scenes)
        for (const [what, ms] of await play(browser, url, kept, scene, times)) {
          const kept_ = taken.get(what) ?? { ms: [], slowed: [], ratios: [] };
          taken.set(what, kept_);
          (times === 1 ? kept_.ms : kept_.slowed).push(ms);
          if (times === 1) kept_.ratios.push(ms / bare);
        }
  }
  return [...taken].map(([what, { ms, slowed, ratios }]) => ({
    what,
    ms: Math.round(median(ms)),
    slowedMs: Math.round(median(slowed)),
    ratio: Number(median(ratios).toFixed(1)),
  }));
}

async function play(
  browser: Browser,
  url: string,
  kept: Kept,
  scene: readonly Act[],
  times: number,
): Promise<[string, number][]> {
  const window = await Window.open(browser, url, kept);
  try {
    await window.page.goto('/desk');
    await window.page.getByTestId('nav-tasks').waitFor();
    await window.slowDown(times);
    const taken: [string, number][] = [];
    for (const { what, watched, goal, before, act } of scene) {
      await before?.(window.page);
      const ms = await window.timeOf(watched, act, goal);
      progress(`${what}：${Math.round(ms)} 毫秒${times === 1 ? '' : `（放慢 ${times} 倍）`}`);
      taken.push([what, ms]);
    }
    return taken;
  } finally {
    await window.close();
  }
}

async function timeBare(browser: Browser, url: string, kept: Kept): Promise<number> {
  const window = await Window.open(browser, url, kept);
  try {
    await window.page.route('**/bare', (route) =>
      route.fulfill({ contentType: 'text/html', body: BARE_PAGE }),
    );
    await window.page.goto('/bare');
    const taken: number[] = [];
    for (let n = 0; n < 5; n += 1)
      taken.push(await window.timeOf('#word', (page) => page.locator('#press').click()));
    return median(taken);
  } finally {
    await window.close();
  }
}
