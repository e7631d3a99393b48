import type { Annex, Block, OfficialDocument } from '#official';
import type { RankedGroup, RankedScore } from '#scoring';
import type { AssessmentFacts } from '../facts/assessment-facts.js';
import { GENERAL_AT_MOST } from '../kinds/product-kinds.js';
import { listed } from '../sentences/listed.js';
import { scorePictures } from '../pictures/score-pictures.js';
import { say, type Part } from '../sentences/say.js';
import { sentence } from '../sentences/sentence.js';
import { fitted } from './fit.js';
import { headed } from './headed.js';
import { ifAny } from './overview.js';
import { column, leadIn, paragraph, section, table, unitName, type Cell } from './writing.js';

/** The annual assessment (年终考核): places within groups, what cost points, and every unit's sections in the annex. */
export const annualAssessment = (facts: AssessmentFacts): OfficialDocument =>
  fitted((atMost) => {
    const { record, book } = facts;
    return headed(record.issue, {
      form: 'document',
      title: `关于${book.fact('plan.title').printed}${record.year}年度考核结果的通报`,
      body: [
        ...paragraph(
          sentence(
            say`按照${book.run('plan.name')}和${book.run('scheme.name')}`,
            say`现将${book.run('year')}考核结果通报如下`,
          ),
          sentence(say`考核期为${book.run('from')}至${book.run('to')}`, say`数据截至${book.run('asOf')}`),
        ),
        ...section('总体情况', paragraph(general(facts))),
        ...section(
          '考核结果',
          record.groups.flatMap((group, index) => groupResult(facts, group, index, atMost)),
        ),
        ...section('扣分情况', deductions(facts, atMost)),
        ...section('加分情况', bonus(facts, atMost)),
        ...section('撤销的督办文书', undone(facts, atMost)),
      ],
      annexes: record.groups.map((group) => groupAnnex(facts, group)),
    });
  }, GENERAL_AT_MOST);

function general({ book }: AssessmentFacts): Part {
  if (book.count('units.scored') === 0) return sentence(say`${book.none('units.scored')}参加考核的单位`);
  return sentence(
    say`参加考核的单位${book.run('units.scored')}个`,
    book.count('groups.ranked') === 0 ? null : say`分${book.run('groups.ranked')}组排名`,
    ifAny(book, 'units.unranked', (run) => say`不参加排名的单位${run}个`),
  );
}

/** A group's best, its lowest, and who stands outside the ranking. */
function groupResult(
  { book }: AssessmentFacts,
  { scores }: RankedGroup,
  index: number,
  atMost: number,
): Block[] {
  const placed = scores.filter(({ rank }) => rank !== null);
  const first = placed.filter(({ rank }) => rank === 1);
  const best = first[0];
  if (!best) return [];
  const named = (some: readonly RankedScore[], total: Part): Part =>
    listed(
      some.map(({ unitId }) => unitName(book, unitId)),
      { atMost: Math.max(3, atMost), counted: '个单位', total },
    );
  book.add(`group.${index}.first`, first.length);
  const lowestRank = Math.max(...placed.map(({ rank }) => rank ?? 0));
  const lowest = placed.filter(({ rank }) => rank === lowestRank);
  book.add(`group.${index}.last`, lowest.length);
  const score = (of: RankedScore | undefined): Part => book.run(`unit.${of?.unitId ?? ''}.score`);
  const isEven = lowestRank === 1;
  return paragraph(
    leadIn(book.words(`group.${index}.label`)),
    '。',
    isEven && placed.length > 1
      ? sentence(say`参加排名的单位得分均为${score(best)}分`, '并列第一')
      : sentence(
          say`${first.length > 1 ? '并列第一' : '第一'}的是${named(first, book.run(`group.${index}.first`))}（${score(best)}分）`,
          isEven
            ? null
            : say`得分最低的是${named(lowest, book.run(`group.${index}.last`))}（${score(lowest[0])}分）`,
        ),
  );
}

function deductions({ record, book }: AssessmentFacts, atMost: number): Block[] {
  const units = record.groups
    .flatMap(({ scores }) => scores)
    .filter(({ deductions: off }) => off.some(({ points }) => points < 0))
    .sort((a, b) => book.count(`unit.${b.unitId}.deducted`) - book.count(`unit.${a.unitId}.deducted`));
  if (units.length === 0) return paragraph(sentence(say`${book.none('units.deducted')}因督办文书扣分的单位`));
  const total = book.run('units.deducted');
  const names = units.map(
    ({ unitId }) => say`${unitName(book, unitId)}（扣${book.run(`unit.${unitId}.deducted`)}分）`,
  );
  return paragraph(
    sentence(say`因督办文书扣分的单位${total}个：${listed(names, { atMost, counted: '个单位' })}`),
  );
}

function bonus({ record, book }: AssessmentFacts, atMost: number): Block[] {
  const units = record.groups
    .flatMap(({ scores }) => scores)
    .filter(({ bonus: more }) => (more?.points ?? 0) > 0);
  if (units.length === 0) return [];
  const total = book.run('units.rewarded');
  const names = units.map(
    ({ unitId }) => say`${unitName(book, unitId)}（加${book.run(`unit.${unitId}.bonus`)}分）`,
  );
  return paragraph(
    sentence(say`由绩效办加分的单位${total}个：${listed(names, { atMost, counted: '个单位' })}`),
  );
}

/** Cards that an appeal took back: both totals stay to be seen. */
function undone({ record, book }: AssessmentFacts, atMost: number): Block[] {
  const units = record.groups
    .flatMap(({ scores }) => scores)
    .filter(({ unitId }) => book.count(`unit.${unitId}.score`) !== book.count(`unit.${unitId}.scoreBefore`));
  if (units.length === 0) return [];
  const total = book.run('units.undone');
  const names = units.map(
    ({ unitId }) =>
      say`${unitName(book, unitId)}（撤销前${book.run(`unit.${unitId}.scoreBefore`)}分，撤销后${book.run(`unit.${unitId}.score`)}分）`,
  );
  return paragraph(
    sentence(
      say`督办文书经申诉撤销、得分重新计算的单位${total}个：${listed(names, { atMost, counted: '个单位' })}`,
    ),
  );
}

/** Every unit of a group with the points of each section. */
function groupAnnex(facts: AssessmentFacts, group: RankedGroup): Annex {
  const { book } = facts;
  const { label, scores } = group;
  const sections = scores[0]?.sections ?? [];
  const rows = scores.map(({ unitId, rank, own, empty }): Cell[] => [
    rank === null ? (own ? '考核单位' : empty ? '无事项' : '不排名') : book.run(`unit.${unitId}.place`),
    unitName(book, unitId),
    // Full marks for nothing to do are no score to be read.
    ...(empty
      ? [...sections.map(() => ''), '', '', '']
      : [
          ...sections.map(({ id }) => book.run(`unit.${unitId}.section.${id}`)),
          ...['deducted', 'bonus', 'score'].map((name) => book.run(`unit.${unitId}.${name}`)),
        ]),
  ]);
  const title = `${label}得分表`;
  return {
    title,
    body: [
      ...table(
        null,
        [
          column('名次', 11),
          column('单位', 28, 'left'),
          ...sections.map((one) => column(one.label, 12)),
          column('扣分', 8),
          column('加分', 8),
          column('得分', 9),
        ],
        rows,
      ),
      ...scorePictures(facts, group),
    ],
  };
}
