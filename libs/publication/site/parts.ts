import { OUTCOME_WORDS, SCHEDULE_WORDS, type OpenData } from '../data/open-data.schema.js';
import { dataTable } from './layout.js';
import { dayOf, markup, relative, timeOf, type Html } from './html.js';
import { stateOf, type PublishedPeriod } from './periods.js';
import type { Release } from './public-site.types.js';

/** How a period is called in a sentence: `2024年5月`, or its key where nothing better is known. */
export const periodName = (key: string): string => {
  const [, year, month] = /^(\d{4})-(\d{2})$/u.exec(key) ?? [];
  return year === undefined || month === undefined ? key : `${year}年${Number(month)}月`;
};

export const editionWords = (edition: number): string => (edition === 1 ? '第1版' : `第${edition}版（更正）`);

/** The counts of a data set, large. */
export const headlines = ({ overview }: OpenData): Html => {
  const share = overview.tasks === 0 ? 0 : Math.floor((overview.closed / overview.tasks) * 100);
  const figure = (name: string, value: number | null, more: Html | null = null): Html | null =>
    value === null ? null : markup`<div><dt>${name}</dt><dd>${value}<small> 项</small>${more}</dd></div>`;
  return markup`<dl class="figures">
${figure('任务总数', overview.tasks)}
${figure('已销号', overview.closed, markup`<progress max="100" value="${share}" aria-label="已销号的占比"></progress><small>${share}%</small>`)}
${figure('经核实可公开', overview.verified)}
${figure('达到序时进度', overview.onTrack)}
${figure('滞后', overview.behind)}
${figure('严重滞后', overview.seriouslyBehind)}
</dl>`;
};

export const actionsTable = ({ actions, overview }: OpenData): Html => {
  const scheduled = overview.onTrack !== null;
  return dataTable(
    '各行动',
    [
      { title: '行动' },
      { title: '任务总数', number: true },
      { title: '已销号', number: true },
      { title: '经核实', number: true },
      ...(scheduled
        ? [
            { title: '达到序时', number: true },
            { title: '滞后', number: true },
            { title: '严重滞后', number: true },
          ]
        : []),
    ],
    actions.map((one) => [
      one.name,
      one.tasks,
      one.closed,
      one.verified,
      ...(scheduled ? [one.onTrack, one.behind, one.seriouslyBehind] : []),
    ]),
  );
};

/** The verified tasks with whatever the rules allow of each. */
export function tasksTable({ tasks }: OpenData): Html {
  if (tasks.length === 0) return markup`<p>本期没有经核实可以公开的任务。</p>`;
  const has = (what: 'title' | 'leadUnits' | 'progress' | 'schedule'): boolean =>
    tasks.some((task) => task[what] !== null);
  const [titles, units, progress, schedule] = [
    has('title'),
    has('leadUnits'),
    has('progress'),
    has('schedule'),
  ];
  return dataTable(
    '经核实的任务',
    [
      { title: '编号' },
      ...(titles ? [{ title: '任务' }] : []),
      ...(units ? [{ title: '牵头单位' }] : []),
      { title: '核实情况' },
      ...(progress ? [{ title: '经核实的进度', number: true }] : []),
      ...(schedule ? [{ title: '进度状态' }] : []),
    ],
    tasks.map((task) => [
      task.code,
      ...(titles ? [task.title] : []),
      ...(units ? [task.leadUnits?.join('、') ?? null] : []),
      OUTCOME_WORDS[task.outcome],
      ...(progress ? [task.progress === null ? null : `${task.progress}%`] : []),
      ...(schedule ? [task.schedule && SCHEDULE_WORDS[task.schedule]] : []),
    ]),
  );
}

export const indicatorsTable = ({ indicators, tasks }: OpenData): Html | null => {
  const codes = new Map(tasks.map(({ id, code }) => [id, code]));
  return indicators.length === 0
    ? null
    : dataTable(
        '经核实的指标',
        [{ title: '指标' }, { title: '任务' }, { title: '目标' }, { title: '读数' }, { title: '情况' }],
        indicators.map(({ name, task, target, reading, reached }) => [
          name,
          codes.get(task) ?? null,
          target,
          reading,
          reached === null ? '尚无经核实的读数' : reached ? '达到' : '未达到',
        ]),
      );
};

export const tenDaysTable = ({ tenDays }: OpenData): Html | null =>
  tenDays.length === 0
    ? null
    : dataTable(
        '各旬末',
        [{ title: '旬' }, { title: '已销号', number: true }, { title: '经核实', number: true }],
        tenDays.map(({ period, closed, verified }) => [period, closed, verified]),
      );

/** What a reader must know before anything else: that an edition was withdrawn, or put right. */
export function notices(period: PublishedPeriod): Html {
  const { last, editions } = period;
  const notes: Html[] = [];
  if (last.withdrawnAt !== null)
    notes.push(markup`<div class="note withdrawn" role="note"><p><strong>已撤回。</strong>本期公示（${editionWords(last.edition)}）已于${dayOf(last.withdrawnAt)}撤回，内容和数据不再提供。</p>
<p>撤回原因：${last.withdrawnReason}</p></div>`);
  else if (editions.length > 1)
    notes.push(
      markup`<div class="note" role="note"><p><strong>本期已更正。</strong>现为${editionWords(last.edition)}，${dayOf(last.releasedAt)}发布；${previous(period)}。</p></div>`,
    );
  return markup`${notes}`;
}

const previous = (period: PublishedPeriod): string =>
  period.editions
    .slice(0, -1)
    .map((one) =>
      stateOf(one, period) === 'withdrawn'
        ? `${editionWords(one.edition)}已于${dayOf(one.withdrawnAt ?? one.releasedAt)}撤回（${one.withdrawnReason ?? ''}）`
        : `${editionWords(one.edition)}于${dayOf(one.releasedAt)}发布，已由后一版替代`,
    )
    .join('；');

/** All periods of a plan or of an action, each with what became of it. */
export const periodsTable = (path: string, caption: string, periods: readonly PublishedPeriod[]): Html =>
  dataTable(
    caption,
    [{ title: '报告期' }, { title: '名称' }, { title: '发布日期' }, { title: '状态' }],
    periods.map((period) => [
      periodName(period.period),
      markup`<a href="${relative(path, `${period.folder}/index.html`)}">${period.last.title}</a>`,
      timeOf(period.last.releasedAt),
      standing(period.last),
    ]),
  );

const standing = ({ withdrawnAt, withdrawnReason, edition }: Release): string =>
  withdrawnAt !== null
    ? `${dayOf(withdrawnAt)}撤回：${withdrawnReason ?? ''}`
    : edition > 1
      ? `${editionWords(edition)}`
      : '公开';
