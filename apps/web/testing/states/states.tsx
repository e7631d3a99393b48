import type { ReactNode } from 'react';
import { ApiProblem } from '../../api/api-problem.js';
import { ActionButtons } from '../../components/action-buttons.js';
import { ActionDialog } from '../../components/action-dialog.js';
import { Answer } from '../../components/answer.js';
import { DrawnTable } from '../../components/drawn-table.js';
import { DueText } from '../../components/due-text.js';
import { EmptyNote } from '../../components/empty-note.js';
import { ExportButton } from '../../components/export-button.js';
import { FactsView } from '../../components/facts-view.js';
import { FormDialog } from '../../components/form-dialog.js';
import * as icons from '../../components/icons.js';
import { NoticeFacts } from '../../components/notice-facts.js';
import { NoticeView } from '../../components/notice-view.js';
import { MenuButton } from '../../components/menu-button.js';
import { PageFailed, PageNotFound, PagePending } from '../../components/page-states.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNote } from '../../components/problem-note.js';
import { ProgressBar } from '../../components/progress-bar.js';
import { ReportWords } from '../../components/report-words.js';
import { RungTag } from '../../components/rung-tag.js';
import { ShownOnceDialog } from '../../components/shown-once-dialog.js';
import { StateTag } from '../../components/state-tag.js';
import { UnitSelect } from '../../components/unit-select.js';
import { Waiting } from '../../components/waiting.js';
import { WhyGrounds } from '../../components/why-grounds.js';
import { WhyButton } from '../../components/why.js';
import { ColumnsMenu } from '../../lists/columns-menu.js';
import { ListConditions } from '../../lists/list-conditions.js';
import { ManageFilters } from '../../lists/manage-filters.js';
import { ListFoot } from '../../lists/list-foot.js';
import { More } from '../../lists/more.js';
import { SaveFilter } from '../../lists/save-filter.js';
import { SavedFilters } from '../../lists/saved-filters.js';
import { useColumns } from '../../lists/use-columns.js';
import { taskSearchSchema, type TaskSearch } from '../../tasks/task-search.js';
import { ACTIONS, AMEND, LONG_UNIT, NOTICES, WHY, WHY_NOTHING } from './answers.js';

export interface States {
  /** Of the component's file. */
  name: string;
  states: readonly ReactNode[];
}

const nothing = (): void => undefined;
const refused = new ApiProblem(422, 'ReasonMissing', '缺少理由', '请写明理由，不少于10个字。');
const conflict = new ApiProblem(412, 'VersionMismatch', '内容已被他人修改', '请重新读取后再办理。');
const report = { noChange: false, done: '', problems: '', helpWanted: '', nextSteps: '', readings: [] };
const indicator = {
  ...{ position: 0, name: '规模以上旅游商品相关产业总产值', comparator: '>=', value: 1.2, upper: null },
  ...{ unit: '亿元', per: null, target: '不低于1.2亿元', lastReading: null },
};
const draft = NOTICES[0];
const goesOn = { hasNextPage: true, isFetchingNextPage: false, fetchNextPage: nothing };
const comes = { ...goesOn, isFetchingNextPage: true };
const COLUMNS = [
  { key: 'title', title: '任务', fields: ['title'], stays: true as const },
  { key: 'leads', title: '牵头单位', fields: ['leads'] },
  { key: 'due', title: '最近时限', fields: ['nextDue'] },
];
const DRAWN = [
  { key: 'title', title: '任务', dataIndex: 'title' },
  { key: 'lead', title: '牵头单位', dataIndex: 'lead' },
];
const kept = { saved: [{ name: '本单位滞后', conditions: { schedule: 'behind' } }], opensWith: '本单位滞后' };
const TEXTS = {
  ...{ title: '新密码', once: '只显示这一次，请抄下或复制后转告本人。', saved: '已记下' },
  ...{ copy: '复制', copied: '已复制', copyFailed: '没有复制成功，请手工选取' },
};

function Columns() {
  return <ColumnsMenu columns={useColumns('tasks', COLUMNS)} />;
}

const Conditions = ({ search }: { search: TaskSearch }) => (
  <ListConditions
    list="tasks"
    schema={taskSearchSchema}
    search={search}
    onChange={nothing}
    conditions={[
      { key: 'unit', label: '牵头单位', any: '全部单位', options: [{ value: 'u2', label: LONG_UNIT }] },
      { key: 'needs', label: '待我办理' },
    ]}
  />
);

/** What stands on a page, in every state that it has. */
export const ON_THE_PAGE: readonly States[] = [
  {
    name: 'icons',
    states: [
      <p key="all">
        {Object.entries(icons).map(([name, Icon]) => (
          <Icon key={name} />
        ))}
      </p>,
    ],
  },
  { name: 'page-title', states: [<PageTitle key="code" title="着力发展旅游商品" code="A1-08" />] },
  {
    name: 'panel',
    states: [
      <Panel key="plain" title="职责分工">
        <p>{LONG_UNIT}</p>
      </Panel>,
      <Panel key="whole" title="进展填报" note="3 项" actions={<button type="button">填报</button>} flush>
        <p>表格自带边距</p>
      </Panel>,
    ],
  },
  {
    name: 'progress-bar',
    states: [
      <ProgressBar key="none" progress={null} expected={null} schedule={null} />,
      <ProgressBar key="unreported" progress={null} expected={9} schedule={null} />,
      <ProgressBar key="ahead" progress={100} expected={40} schedule="onTrack" />,
      <ProgressBar key="behind" progress={20} expected={35} schedule="behind" />,
      <ProgressBar
        key="silent"
        progress={7}
        expected={23}
        schedule="behind"
        lastReport={{ periodLabel: '2024年4月下旬', at: '2024-04-30T08:00:00.000Z', daysAgo: 56 }}
        recorded={{ expected: 7, schedule: 'onTrack', scheduleLabel: '符合序时' }}
        whole
      />,
      <ProgressBar key="seriously" progress={0} expected={100} schedule="seriouslyBehind" />,
    ],
  },
  {
    name: 'rung-tag',
    states: [
      null,
      { label: '催报', colour: null },
      ...['blue', 'yellow', 'red', 'purple'].map((colour) => ({ label: '督办', colour })),
    ].map((rung, key) => <RungTag key={key} rung={rung} />),
  },
  {
    name: 'state-tag',
    states: [
      <StateTag key="1" state="drafted" label="拟办" />,
      <StateTag key="2" state="confirmed" label="校核" />,
      <StateTag key="3" state="dispatched" label="待签收" />,
      <StateTag key="4" state="disputed" label="有争议" />,
      <StateTag key="5" state="inProgress" label="推进中" />,
      <StateTag key="6" state="closing" label="办结审核（专班）" />,
      <StateTag key="7" state="suspended" label="暂缓" />,
      <StateTag key="8" state="closed" label="销号" />,
      <StateTag key="9" state="withdrawn" label="撤销" />,
    ],
  },
  {
    name: 'due-text',
    states: [
      <DueText key="none" due={null} />,
      <DueText
        key="due"
        due={{ name: 'due', label: '填报截止', at: '2024-05-10T09:30:00.000Z', overdue: false }}
      />,
      <DueText
        key="over"
        due={{ name: 'due', label: '填报截止', at: '2024-04-30T09:30:00.000Z', overdue: true }}
      />,
    ],
  },
  {
    name: 'report-words',
    states: [
      <ReportWords key="still" report={{ ...report, noChange: true }} />,
      <ReportWords
        key="whole"
        report={{
          ...{
            noChange: false,
            done: '已完成选址。',
            problems: '用地预审未批。',
            helpWanted: '请区自然资源局支持。',
          },
          ...{ nextSteps: '5月底前开工。', readings: [{ position: 0, value: 0.1 }] },
        }}
        indicators={[indicator]}
      />,
    ],
  },
  {
    name: 'facts-view',
    states: [
      <FactsView key="none" facts={null} />,
      <FactsView key="one" facts="2024-05-06" />,
      <FactsView
        key="many"
        facts={{ days: 3, done: true, at: '2024-05-06T01:00:00.000Z', units: [], list: [{ days: 1 }] }}
      />,
    ],
  },
  { name: 'notice-facts', states: [<NoticeFacts key="known" facts={draft?.facts} />] },
  { name: 'notice-view', states: NOTICES.map(({ id }) => <NoticeView key={id} noticeId={id} />) },
  {
    name: 'action-buttons',
    states: [
      <ActionButtons key="none" actions={[]} etag={'"1"'} subject="督办单" />,
      <ActionButtons key="some" actions={ACTIONS} etag={'"1"'} subject="督办单" />,
      <ActionButtons key="small" actions={ACTIONS.slice(2)} etag={'"1"'} subject="督办单" size="small" />,
    ],
  },
  {
    name: 'why',
    states: [
      <WhyButton key="button" of={{ kind: 'task', id: 'all' }} />,
      <WhyButton key="link" of={{ kind: 'task', id: 'nothing' }} as="link" />,
      <WhyButton key="rung" of={{ kind: 'task', id: 'all' }} as="rung">
        <RungTag rung={{ label: '黄牌督办', colour: 'yellow' }} />
      </WhyButton>,
    ],
  },
  {
    name: 'why-grounds',
    states: [<WhyGrounds key="all" {...WHY} />, <WhyGrounds key="none" {...WHY_NOTHING} />],
  },
  {
    name: 'problem-note',
    states: [
      <ProblemNote key="none" problem={null} />,
      <ProblemNote key="known" problem={refused} />,
      <ProblemNote key="conflict" problem={conflict} onRetry={nothing} />,
      <ProblemNote key="offline" problem={ApiProblem.offline()} onRetry={nothing} />,
      <ProblemNote key="unknown" problem={new Error('of the page itself')} />,
    ],
  },
  {
    name: 'answer',
    states: [
      <Answer key="waits" query={{ data: undefined, error: null, refetch: nothing }}>
        {String}
      </Answer>,
      <Answer key="failed" query={{ data: undefined, error: refused, refetch: nothing }}>
        {String}
      </Answer>,
      <Answer key="there" query={{ data: '读到的内容', error: null, refetch: nothing }}>
        {String}
      </Answer>,
    ],
  },
  {
    name: 'page-states',
    states: [
      <PagePending key="pending" />,
      <PageFailed key="known" error={refused} />,
      <PageFailed key="unknown" error={new Error('of the page itself')} />,
      <PageNotFound key="nowhere" />,
    ],
  },
  { name: 'waiting', states: [<Waiting key="two" rows={2} />] },
  {
    name: 'empty-note',
    states: [
      <EmptyNote key="plain" title="没有任务" />,
      <EmptyNote
        key="whole"
        title="没有符合条件的任务"
        hint="换一个条件看看。"
        action={<button type="button">清除</button>}
      />,
    ],
  },
  {
    name: 'export-button',
    states: [<ExportButton key="all" list="tasks" />, <ExportButton key="small" list="tasks" size="small" />],
  },
  {
    name: 'menu-button',
    states: [
      <MenuButton
        key="menu"
        className="plain-button"
        testId="states-menu"
        parts={[
          { key: 'own', choices: [{ key: 'one', label: '消息接收设置' }] },
          {
            key: 'language',
            heading: '语言',
            choices: [
              { key: 'zh', label: '简体中文', chosen: true },
              { key: 'none', label: '暂不可用', disabled: true },
            ],
          },
        ]}
      >
        更多
      </MenuButton>,
    ],
  },
  {
    name: 'unit-select',
    states: [
      <UnitSelect key="none" label="单位" />,
      <UnitSelect key="two" label="两家单位" value={['u1', 'u2']} />,
    ],
  },
  { name: 'columns-menu', states: [<Columns key="columns" />] },
  {
    name: 'saved-filters',
    states: [<SavedFilters key="none" list="tasks" schema={taskSearchSchema} search={{}} onUse={nothing} />],
  },
  {
    name: 'list-conditions',
    states: [
      <Conditions key="none" search={{}} />,
      <Conditions key="some" search={{ unit: 'u2', needs: true }} />,
    ],
  },
  {
    name: 'drawn-table',
    states: [
      <DrawnTable key="none" rows={[]} columns={DRAWN} testId="drawn-none" />,
      <DrawnTable
        key="some"
        rows={[
          { id: '1', title: '办好全市旅游发展大会', lead: LONG_UNIT },
          { id: '2', title: '落实“四上”企业培育', lead: '区商务局' },
        ]}
        columns={DRAWN}
        testId="drawn-some"
      />,
    ],
  },
  {
    name: 'list-foot',
    states: [
      <ListFoot key="goes-on" list={goesOn} said="显示 100 个，共 2310 个" more="继续显示" />,
      <ListFoot key="comes" list={comes} said="显示 100 个，共 2310 个" more="继续显示" />,
      <ListFoot
        key="ends"
        list={{ ...goesOn, hasNextPage: false }}
        said="显示 3 个，共 3 个"
        more="继续显示"
      />,
    ],
  },
  {
    name: 'more',
    states: [<More key="more" list={goesOn} />, <More key="comes" list={comes} />],
  },
];

/** What lies over the page, each by itself. */
export const IN_FRONT: readonly States[] = [
  {
    name: 'action-dialog',
    states: [<ActionDialog key="1" action={AMEND} subject="督办单" etag={'"1"'} onClose={nothing} />],
  },
  {
    name: 'action-field-input',
    states: [<ActionDialog key="1" action={AMEND} subject={LONG_UNIT} etag={'"1"'} onClose={nothing} />],
  },
  {
    name: 'form-dialog',
    states: [
      <FormDialog
        key="1"
        title="停用账号"
        danger
        hint="停用后不能登录，经办的事项须另行交接。"
        again={[]}
        done="已停用"
        testId="form"
        submit={() => Promise.reject(refused)}
        onClose={nothing}
      />,
    ],
  },
  {
    name: 'shown-once-dialog',
    states: [
      <ShownOnceDialog
        key="1"
        texts={TEXTS}
        items={[{ label: LONG_UNIT, value: 'correct-horse-battery' }]}
        testId="once"
        savedTestId="saved"
        onClose={nothing}
      />,
    ],
  },
  { name: 'save-filter', states: [<SaveFilter key="1" kept={kept} onSave={nothing} onClose={nothing} />] },
  {
    name: 'manage-filters',
    states: [<ManageFilters key="1" kept={kept} onSave={nothing} onClose={nothing} />],
  },
];
