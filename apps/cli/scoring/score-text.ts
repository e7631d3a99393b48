import { chineseDateTime } from '#calendar';
import type { ExplainedScore, SchemeRehearsal, Scores } from '#engine';
import { SHARE_FACTS, COUNT_FACTS, type ItemScore, type ScoredIncident } from '#scoring';
import { table } from '../terminal/table.js';

/** Scores by group, best first, as a table. */
export function scoresText({ scheme, from, to, asOf, groups, events }: Scores): string {
  const head = ['名次', '单位', '得分', ...scheme.sections.map(({ label }) => label), '扣分', '加分'];
  const lines = groups.flatMap(({ label, scores }) => [
    '',
    label,
    table(
      head,
      scores.map((score) => [
        score.own ? '本单位' : score.empty ? '—' : String(score.rank ?? '—'),
        score.name,
        score.empty ? '无计分事项' : points(score.total),
        ...score.sections.map((section) => points(section.points)),
        points(score.deductions.reduce((sum, one) => sum + one.points, 0)),
        points(score.bonus?.points ?? 0),
      ]),
    ),
  ]);
  const undone = groups
    .flatMap(({ scores }) => scores)
    .filter((score) => score.total !== score.totalBeforeUndoing)
    .map(
      (score) =>
        `  ${score.name}：有文书经申诉撤销，撤销前 ${points(score.totalBeforeUndoing)} 分，现为 ${points(score.total)} 分。`,
    );
  return [
    `${scheme.label}（第${scheme.version}版），${from} 至 ${to}，截至${chineseDateTime(asOf)}的记录 ${events} 条。`,
    ...lines,
    ...(undone.length > 0 ? ['', ...undone] : []),
    '',
  ].join('\n');
}

/** One unit's points with the events behind each. */
export function explainedText({
  scheme,
  asOf,
  score,
  group,
  rankedUnits,
  events,
  tasks,
  decisions,
}: ExplainedScore): string {
  const at = new Map(events.map((event) => [`${event.kind}/${event.id}/${event.seq}`, event]));
  const codes = new Map(tasks.map(({ id, code }) => [id, code]));
  const evidence = (one: {
    taskId: string | null;
    events: { kind: string; id: string; seq: number }[];
  }): string => {
    const told = one.events.map((ref) => {
      const event = at.get(`${ref.kind}/${ref.id}/${ref.seq}`);
      return event ? `${event.type} ${chineseDateTime(event.at)}` : `${ref.kind} ${ref.seq}`;
    });
    return `${one.taskId === null ? '' : `${codes.get(one.taskId) ?? one.taskId} `}${told.join('；')}`;
  };
  const missed = (item: ItemScore): string[] => [
    ...item.cases.filter(({ met }) => !met).map((one) => `      未达到：${evidence(one)}`),
    ...item.incidents.map((one) => `      ${incident(one)}：${evidence(one)}`),
  ];
  const share = ({ share: of, nothing }: ItemScore): string =>
    of === null
      ? nothing === 'spread'
        ? '，无计分事项，分值并入其他项'
        : nothing === null
          ? ''
          : '，无计分事项'
      : `，${of.met}/${of.of}`;
  return [
    `${score.name}（${group}）：${points(score.total)} 分${score.rank === null ? '' : `，第 ${score.rank} 名（共 ${rankedUnits} 个单位）`}`,
    `${scheme.label}（第${scheme.version}版），截至${chineseDateTime(asOf)}`,
    ...score.sections.flatMap((section) => [
      `  ${section.label} ${points(section.points)}/${section.marks}`,
      ...section.items.flatMap((item) => [
        `    ${item.label} ${points(item.points)}/${points(item.marks)}${share(item)}`,
        ...missed(item),
      ]),
    ]),
    ...score.deductions
      .filter(({ incidents }) => incidents.length > 0)
      .flatMap(({ label, points: off, incidents }) => [
        `  ${label} ${points(off)}`,
        ...incidents.map((one) => `      ${incident(one)}：${evidence(one)}`),
      ]),
    ...(score.bonus && score.bonus.decisionIds.length > 0
      ? [
          `  ${score.bonus.label} ${points(score.bonus.points)}（上限 ${score.bonus.atMost}）`,
          ...decisions.map(
            ({ points: given, reason, at: on }) =>
              `      ${points(given)}：${reason}（${chineseDateTime(on)}）`,
          ),
        ]
      : []),
    '',
  ].join('\n');
}

const incident = ({ fact, points: off, before, undone }: ScoredIncident): string =>
  undone === null
    ? `${COUNT_FACTS[fact].label} ${points(off)}`
    : `${COUNT_FACTS[fact].label} 已撤销（原为 ${points(before)}，${chineseDateTime(undone.at)}决定）`;

/** What a scheme would change, as a table. */
export function rehearsalText({
  before,
  after,
  units,
  moved,
  from,
  to,
  asOf,
  events,
}: SchemeRehearsal): string {
  const place = ({ total, rank }: { total: number; rank: number | null }): string =>
    `${points(total)}${rank === null ? '' : `（${rank}）`}`;
  return [
    `考核办法预演：${after.label}（第${after.version}版）对比现行的${before.label}（第${before.version}版），${from} 至 ${to}，截至${chineseDateTime(asOf)}的记录 ${events} 条。`,
    `名次上升 ${moved.up} 个单位，下降 ${moved.down} 个，不变 ${moved.same} 个。括号内为组内名次。`,
    '',
    table(
      ['组', '单位', '现行', '预演', '变化', '预演得分构成'],
      units.map((unit) => [
        unit.group,
        unit.name,
        place(unit.before),
        place(unit.after),
        unit.change > 0 ? `+${points(unit.change)}` : points(unit.change),
        unit.parts.map(({ label, points: part }) => `${label} ${points(part)}`).join('，'),
      ]),
    ),
    '',
  ].join('\n');
}

/** The fixed list of facts, for whoever writes a scheme. */
export function factsText(): string {
  const rows = (facts: Readonly<Record<string, { label: string; meaning: string }>>): string =>
    table(
      ['名称', '事实', '怎样认定'],
      Object.entries(facts).map(([name, { label, meaning }]) => [name, label, meaning]),
    );
  return `按比例计分的事实（share、capped、banded）：\n${rows(SHARE_FACTS)}\n\n逐次计分的事实（perItem、扣分）：\n${rows(COUNT_FACTS)}\n`;
}

/** At most two decimals, and none where there is nothing behind the point. */
const points = (value: number): string => String(Math.round(value * 100) / 100);
