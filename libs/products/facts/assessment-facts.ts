import { chineseDate, type CivilDate, type Instant } from '#calendar';
import type { RankedGroup, RankedScore, Scheme } from '#scoring';
import { cleanWords } from './clean-words.js';
import { FactBook } from './fact-book.js';
import { untilText } from './period-facts.js';
import type { IssueFacts, PlanNamed } from './period-record.js';
import { planFacts } from './plan-facts.js';

/** Scores as they were reckoned from the record (libs/scoring), with what they are headed by. */
export interface AssessmentRecord {
  readonly plan: PlanNamed;
  readonly year: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly asOf: Instant;
  readonly issue: IssueFacts;
  readonly scheme: Pick<Scheme, 'label' | 'version'>;
  readonly groups: readonly RankedGroup[];
}

export interface AssessmentFacts {
  readonly record: AssessmentRecord;
  readonly book: FactBook;
}

const points = (value: number): number => Math.round(value * 100) / 100;

/** The facts of an assessment: every unit's total, sections, deductions, bonus and place, and the counts of the groups. */
export function assessmentFacts(record: AssessmentRecord): AssessmentFacts {
  const book = new FactBook();
  planFacts(book, record.plan);
  book.add('year', record.year, { printed: `${record.year}年度` });
  book.add('asOf', record.asOf, { printed: untilText(record.asOf) });
  book.add('from', record.from, { printed: chineseDate(record.from) });
  book.add('to', record.to, { printed: chineseDate(record.to) });
  book.add('scheme.name', cleanWords(record.scheme.label), {
    printed: `《${cleanWords(record.scheme.label)}》（第${record.scheme.version}版）`,
  });
  const all = record.groups.flatMap(({ scores }) => scores);
  const placed = all.filter(({ rank }) => rank !== null);
  const of = (some: readonly RankedScore[]) =>
    some.map(({ unitId }) => ({ kind: 'unit' as const, id: unitId }));
  book.add('units.scored', all.length, { of: of(all) });
  book.add('units.ranked', placed.length, { of: of(placed) });
  book.add('units.unranked', all.length - placed.length, { of: of(all.filter(({ rank }) => rank === null)) });
  const deducted = all.filter(({ deductions }) => deductions.some((one) => one.points < 0));
  book.add('units.deducted', deducted.length, { of: of(deducted) });
  const rewarded = all.filter(({ bonus }) => (bonus?.points ?? 0) > 0);
  book.add('units.rewarded', rewarded.length, { of: of(rewarded) });
  const undone = all.filter(({ total, totalBeforeUndoing }) => points(total) !== points(totalBeforeUndoing));
  book.add('units.undone', undone.length, { of: of(undone) });
  const groups = record.groups.filter(({ scores }) => scores.some(({ rank }) => rank !== null));
  book.add('groups.ranked', groups.length);
  record.groups.forEach((group, index) => {
    book.add(`group.${index}.label`, cleanWords(group.label));
    book.add(`group.${index}.units`, group.scores.length, { of: of(group.scores) });
  });
  for (const score of all) scoreFacts(book, score);
  return { record, book };
}

function scoreFacts(book: FactBook, score: RankedScore): void {
  const prefix = `unit.${score.unitId}.`;
  const of = [{ kind: 'unit' as const, id: score.unitId }];
  const add = (name: string, value: number): void => book.add(prefix + name, points(value), { of });
  book.add(`${prefix}name`, cleanWords(score.name), { of });
  add('score', score.total);
  add('scoreBefore', score.totalBeforeUndoing);
  if (score.rank !== null) book.add(`${prefix}place`, score.rank, { printed: `第${score.rank}`, of });
  for (const section of score.sections) add(`section.${section.id}`, section.points);
  const deducted = score.deductions.reduce((sum, one) => sum + one.points, 0);
  add('deducted', Math.abs(deducted));
  add('bonus', score.bonus?.points ?? 0);
}
