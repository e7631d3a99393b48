import { openDataJsonSchema } from '../data/open-data.schema.js';
import { OPEN_TABLES } from '../data/open-tables.js';
import { dataTable, type Page } from './layout.js';
import { dayOf, markup, relative, timeOf, type Html } from './html.js';
import {
  actionsTable,
  editionWords,
  headlines,
  indicatorsTable,
  notices,
  periodName,
  periodsTable,
  tasksTable,
} from './parts.js';
import {
  EVENT_WORDS,
  isPublished,
  planFolder,
  siteEvents,
  stateOf,
  type PublishedPeriod,
} from './periods.js';
import type { ReleaseContent } from './public-site.types.js';

/** A plan with the newest of its periods that holds. */
export interface PlanOfSite {
  readonly code: string;
  readonly title: string;
  /** Of the whole plan and of its actions. */
  readonly periods: readonly PublishedPeriod[];
  readonly newest: { readonly period: PublishedPeriod; readonly content: ReleaseContent } | null;
}

/** 首页: the plans, each with its latest figures. */
export function homePage(division: { name: string }, plans: readonly PlanOfSite[]): Page {
  const path = 'index.html';
  return {
    path,
    title: `${division.name}重点任务落实情况公开`,
    main: markup`<h1>${division.name}重点任务落实情况公开</h1>
<p>这里公开的是已经销号，或者经督查核实属实，并已印发公示的任务。尚未核实的填报不公开。</p>
${plans.map(
  ({ code, title, newest, periods }) => markup`<section class="panel">
<h2><a href="${relative(path, `${planFolder(code)}/index.html`)}">${title}</a></h2>
${newest === null ? markup`<p>目前没有公开的内容；共发布过 ${periods.length} 期，均已撤回。</p>` : latest(path, newest)}
</section>`,
)}`,
  };
}

const latest = (path: string, { period, content }: NonNullable<PlanOfSite['newest']>): Html =>
  markup`<p>最近一期：<a href="${relative(path, `${period.folder}/index.html`)}">${period.last.title}</a>（${dayOf(period.last.releasedAt)}发布${period.last.edition > 1 ? `，${editionWords(period.last.edition)}` : ''}）</p>
${headlines(content.data)}`;

/** A plan: how it stands by its latest period, and all of its periods. */
export function planPage({ code, title, periods, newest }: PlanOfSite): Page {
  const path = `${planFolder(code)}/index.html`;
  const ofPlan = periods.filter(({ scopeCode }) => scopeCode === null);
  const ofActions = periods.filter(({ scopeCode }) => scopeCode !== null);
  return {
    path,
    title,
    main: markup`<p class="path"><a href="${relative(path, 'index.html')}">首页</a> › ${title}</p>
<h1>${title}</h1>
${newest === null ? markup`<p>目前没有公开的内容。</p>` : overview(path, newest)}
<h2>各期公示</h2>
${ofPlan.length === 0 ? null : periodsTable(path, '全部报告期', ofPlan)}
${ofActions.length === 0 ? null : periodsTable(path, '各行动的公示', ofActions)}`,
  };
}

const overview = (
  path: string,
  { period, content }: NonNullable<PlanOfSite['newest']>,
): Html => markup`${notices(period)}
<p>以下按<a href="${relative(path, `${period.folder}/index.html`)}">${periodName(period.period)}的公示</a>，数据截至${dayOf(content.data.asOf)}。</p>
${headlines(content.data)}
${actionsTable(content.data)}
${tasksTable(content.data)}
${indicatorsTable(content.data)}`;

/** 历次发布: everything that was released, put right and withdrawn, nothing left out. */
export function historyPage(periods: readonly PublishedPeriod[]): Page {
  const path = 'releases.html';
  return {
    path,
    title: '历次发布',
    main: markup`<h1>历次发布</h1>
<p>发布、更正、撤回都在这里，最近的在前。更正替代前一版，撤回不再提供内容；两者都不删去记录。</p>
${dataTable(
  '发布、更正和撤回',
  [
    { title: '日期' },
    { title: '事项' },
    { title: '公示' },
    { title: '版次' },
    { title: '说明' },
    { title: '数据的校验值（SHA-256）' },
  ],
  siteEvents(periods).map(({ kind, at, release, period }) => [
    timeOf(at),
    EVENT_WORDS[kind],
    markup`<a href="${relative(path, `${period.folder}/index.html`)}">${release.title}</a>`,
    editionWords(release.edition),
    kind === 'withdrawn'
      ? `原因：${release.withdrawnReason ?? ''}`
      : stateOf(release, period) === 'corrected'
        ? '已由后一版替代'
        : null,
    kind === 'withdrawn' ? null : markup`<span class="hash">${release.sha256}</span>`,
  ]),
)}`,
  };
}

interface SchemaNode {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

/** Every member of the data set by its path, with what it says, as the published schema has it. */
export function membersOf(node: SchemaNode, path = ''): { path: string; about: string }[] {
  const inner = node.anyOf?.find(({ properties }) => properties !== undefined) ?? node;
  const own = path === '' ? [] : [{ path, about: node.description ?? '' }];
  return [
    ...own,
    ...Object.entries(inner.properties ?? {}).flatMap(([name, member]) =>
      membersOf(member, path === '' ? name : `${path}.${name}`),
    ),
    ...(inner.items?.properties === undefined
      ? []
      : Object.entries(inner.items.properties).flatMap(([name, member]) =>
          membersOf(member, `${path}[].${name}`),
        )),
  ];
}

/** 开放数据: where it is, what it means, on which terms. */
export function dataPage(periods: readonly PublishedPeriod[], feeds: boolean): Page {
  const path = 'data.html';
  const to = (target: string): string => relative(path, target);
  const published = periods.filter(isPublished);
  return {
    path,
    title: '开放数据',
    main: markup`<h1>开放数据</h1>
<p>每一期公示都附有数据：一份 JSON 和几份 CSV（UTF-8，带字节顺序标记，可直接用表格软件打开）。标识各期不变，可以对照。数据与公示原文一同冻结，更正另出新版。</p>
<div class="panel"><ul class="files">
<li><a href="${to('catalog.json')}">数据目录（JSON-LD，DCAT）</a></li>
<li><a href="${to('schema.json')}">数据格式（JSON Schema）</a></li>${
      feeds
        ? markup`
<li><a href="${to('feed.xml')}">订阅更新（RSS）</a></li>
<li><a href="${to('atom.xml')}">订阅更新（Atom）</a></li>`
        : null
    }
</ul></div>
<h2>各期数据</h2>
${
  published.length === 0
    ? markup`<p>目前没有公开的数据。</p>`
    : dataTable(
        '各期数据',
        [{ title: '报告期' }, { title: '公示' }, { title: '数据' }],
        published.map(({ folder, period, last }) => [
          periodName(period),
          markup`<a href="${to(`${folder}/index.html`)}">${last.title}</a>`,
          markup`<a href="${to(`${folder}/data.json`)}">JSON</a> ${OPEN_TABLES.map(
            ({ name, title }) => markup` · <a href="${to(`${folder}/${name}.csv`)}">${title} CSV</a>`,
          )}`,
        ]),
      )
}
<h2>数据说明：CSV</h2>
${OPEN_TABLES.map(({ name, title, columns }) =>
  dataTable(
    `${name}.csv：${title}`,
    [{ title: '列' }, { title: '说明' }],
    columns.map((column) => [column.name, column.about]),
  ),
)}
<h2>数据说明：JSON</h2>
${dataTable(
  'data.json',
  [{ title: '成员' }, { title: '说明' }],
  membersOf(openDataJsonSchema()).map((member) => [markup`<code>${member.path}</code>`, member.about]),
)}`,
  };
}
