import type { Annex, Block } from '#official';
import type { FactBook } from '../facts/fact-book.js';
import type { UnitRecord } from '../facts/period-record.js';
import { listed } from '../sentences/listed.js';
import { ranked, type Ranked } from '../sentences/ranked.js';
import { say, type Part } from '../sentences/say.js';
import { enumerated, sentence } from '../sentences/sentence.js';
import { column, paragraph, table, unitName, type Cell, type Writing } from './writing.js';

/** Actions by the share of their tasks that are closed or on track, among those dispatched; equal ones share a place. */
export function actionRanking({ book, facts }: Writing): Block[] {
  const { actions } = facts.record;
  const measured = actions.filter(
    ({ id }) => book.count(`action.${id}.tasks.running`) + book.count(`action.${id}.tasks.closed`) > 0,
  );
  if (measured.length < 2) return [];
  const places = ranked(measured, ({ id }) => onTrackShare(book, `action.${id}.`));
  for (const { of, place } of places) {
    const share = onTrackShare(book, `action.${of.id}.`);
    book.add(`action.${of.id}.onTrackShare`, share, { printed: `${share}%` });
    book.add(`action.${of.id}.place`, place, { printed: `第${place}` });
  }
  // Who shares a place is named together, the place once.
  const names = places
    .filter(({ place }, at) => places[at - 1]?.place !== place)
    .map(({ of: { id }, place, shared }) => {
      const equals = places
        .filter((other) => other.place === place)
        .map((other) => book.words(`action.${other.of.id}.name`));
      return say`${enumerated(...equals)}${shared ? '并列' : ''}${book.run(`action.${id}.place`)}（${book.run(`action.${id}.onTrackShare`)}）`;
    });
  if (places.every(({ place }) => place === 1))
    return paragraph(
      sentence(say`${sameShare(book, measured.length)}个行动达到序时进度和已销号任务的占比相同，不分先后`),
    );
  const between = names.length < places.length ? '；' : '、';
  const all = names.flatMap((name, at): Part[] => (at === 0 ? [name] : [between, name]));
  return paragraph(sentence(say`按达到序时进度和已销号任务的占比，各行动排名为：${all}`));
}

function sameShare(book: FactBook, count: number): Part {
  book.add('actions.measured', count);
  return book.run('actions.measured');
}

function onTrackShare(book: FactBook, prefix: string): number {
  const closed = book.count(`${prefix}tasks.closed`);
  const of = book.count(`${prefix}tasks.running`) + closed;
  return of === 0 ? 0 : Math.round(((book.count(`${prefix}tasks.onTrack`) + closed) / of) * 1000) / 10;
}

/**
 * Units by the share of their reports that came on time: of those from which any was due. Being behind and saying so
 * moves nobody down; silence does.
 */
export function unitPlaces({ book, facts }: Writing): Ranked<UnitRecord>[] {
  const measured = facts.units.filter(({ id }) => book.has(`unit.${id}.filings.rate`));
  const places = ranked(measured, ({ id }) => book.count(`unit.${id}.filings.rate`));
  for (const { of, place } of places) book.add(`unit.${of.id}.place`, place, { printed: `第${place}` });
  return places;
}

export function unitRanking(writing: Writing): Block[] {
  const { book, atMost } = writing;
  const places = unitPlaces(writing);
  if (places.length < 2) return [];
  const first = places.filter(({ place }) => place === 1);
  book.add('units.ranked', places.length, { of: places.map(({ of }) => ({ kind: 'unit', id: of.id })) });
  book.add('units.first', first.length, { of: first.map(({ of }) => ({ kind: 'unit', id: of.id })) });
  const names = (some: readonly Ranked<UnitRecord>[]): Part[] => some.map(({ of }) => unitName(book, of.id));
  const rate = book.run(`unit.${first[0]?.of.id ?? ''}.filings.rate`);
  if (first.length === places.length)
    return paragraph(
      sentence(say`有到期填报的${book.run('units.ranked')}个牵头单位按时率均为${rate}，并列第一`),
    );
  const rest = places.filter(({ place }) => place > 1).reverse();
  const lowest = rest.filter(({ place }) => place === rest[0]?.place);
  book.add('units.last', lowest.length, { of: lowest.map(({ of }) => ({ kind: 'unit', id: of.id })) });
  const total = book.run('units.first');
  return paragraph(
    sentence(
      say`有到期填报的牵头单位${book.run('units.ranked')}个，按填报按时率排名，${first.length > 1 ? '并列第一' : '第一'}的是${listed(names(first), { atMost: Math.max(3, atMost), counted: '个单位', total })}（${rate}）`,
      say`排在末位的是${listed(names(lowest), { atMost: Math.max(3, atMost), counted: '个单位', total: book.run('units.last') })}（${book.run(`unit.${lowest[0]?.of.id ?? ''}.filings.rate`)}）`,
    ),
  );
}

/**
 * The red and the black list. Red: everything due came on time, nothing led is behind or past its deadline, no notice,
 * nothing found untrue or partly true. Black: a card was issued, or something was found untrue, or a report is still
 * owed at the end. A unit that is behind, reports on time and says so stands on neither.
 */
export function lists(writing: Writing): Block[] {
  const { book, facts, atMost } = writing;
  const cards = facts.record.levels.filter(({ card }) => card).map(({ id }) => `cards.${id}`);
  const is = (id: string, figures: readonly string[]): boolean =>
    figures.some((figure) => book.count(`unit.${id}.${figure}`) > 0);
  const BAD = [...cards, 'findings.untrue', 'filings.unfiled'];
  const black = facts.units.filter(({ id }) => is(id, BAD));
  const red = facts.units.filter(
    ({ id }) =>
      book.count(`unit.${id}.filings.due`) > 0 &&
      !is(id, [
        ...BAD,
        'filings.late',
        'tasks.late',
        'tasks.pastDeadline',
        'cards.issued',
        'findings.partlyTrue',
      ]),
  );
  book.add('units.red', red.length, { of: red.map(({ id }) => ({ kind: 'unit', id })) });
  book.add('units.black', black.length, { of: black.map(({ id }) => ({ kind: 'unit', id })) });
  const reasons = ({ id }: UnitRecord): Part => say`${unitName(book, id)}（${reasonsOf(writing, id)}）`;
  return [
    ...paragraph(
      red.length === 0
        ? sentence(say`本季度${book.none('units.red')}列入红榜的单位`)
        : sentence(
            say`红榜${book.run('units.red')}个单位（到期填报全部按时，没有落后或逾期任务，没有督办文书）：${listed(
              red.map(({ id }) => unitName(book, id)),
              { atMost: Math.max(5, atMost), counted: '个单位', total: book.run('units.red') },
            )}`,
          ),
    ),
    ...paragraph(
      black.length === 0
        ? sentence(say`本季度${book.none('units.black')}列入黑榜的单位`)
        : sentence(
            say`黑榜${book.run('units.black')}个单位${atMost === 0 ? '，名单见附件' : say`：${enumerated(...black.map(reasons))}`}`,
          ),
    ),
  ];
}

/** Why a unit stands on the black list, with its figures. */
function reasonsOf({ book, facts }: Writing, id: string): Part {
  const prefix = `unit.${id}.`;
  const said = (figure: string, words: (run: Part) => Part): Part[] =>
    book.count(prefix + figure) === 0 ? [] : [words(book.run(prefix + figure))];
  const all = [
    ...facts.record.levels
      .filter(({ card }) => card)
      .flatMap(({ id: level, label }) => said(`cards.${level}`, (run) => say`${label}${run}份`)),
    ...said('findings.untrue', (run) => say`核实不实${run}项`),
    ...said('filings.unfiled', (run) => say`未报${run}项次`),
  ];
  return all.flatMap((part, index): Part[] => (index === 0 ? [part] : ['，', part]));
}

/** Every unit with its place. */
export function rankingAnnex(writing: Writing): Annex {
  const { book } = writing;
  const rows = unitPlaces(writing).map(({ of: { id } }): Cell[] => [
    book.run(`unit.${id}.place`),
    unitName(book, id),
    book.run(`unit.${id}.filings.due`),
    book.run(`unit.${id}.filings.onTime`),
    book.run(`unit.${id}.filings.rate`),
    book.run(`unit.${id}.tasks.late`),
    book.run(`unit.${id}.cards.issued`),
  ]);
  return {
    title: '各牵头单位填报按时率排名表',
    body: table(
      null,
      [
        column('名次', 10),
        column('单位', 34, 'left'),
        column('应报', 10),
        column('按时', 10),
        column('按时率', 12),
        column('落后任务', 12),
        column('文书', 10),
      ],
      rows,
    ),
  };
}
