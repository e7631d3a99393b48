import type { OfficialDocument } from '#official';
import type { PeriodFacts } from '../facts/period-facts.js';
import type { PublicationNames } from '../facts/period-record.js';
import { verifiedTasks } from '../facts/verified-tasks.js';
import { GENERAL_AT_MOST } from '../kinds/product-kinds.js';
import { say } from '../sentences/say.js';
import { enumerated, sentence } from '../sentences/sentence.js';
import { fitted } from './fit.js';
import { headed } from './headed.js';
import { ifAny, taskSentence } from './overview.js';
import { subjectOf } from './subject-of.js';
import { column, paragraph, section, table, unitName, type Cell, type Writing } from './writing.js';

/**
 * The publication (公示): what has been verified, and nothing else. Tasks that were closed (verified on their way through
 * the gates), and what verification found true; no persons, no notices, no words of reports, no unverified figure.
 */
export const publication = (facts: PeriodFacts): OfficialDocument =>
  fitted((atMost) => {
    const { record, book } = facts;
    const writing: Writing = { facts, book, atMost };
    const subject = subjectOf(facts);
    const names = record.publication ?? { units: true, titles: true };
    const rows = verifiedRows(writing, names);
    const columns = [
      column('编号', 12),
      ...(names.titles ? [column('任务', 46, 'left')] : []),
      ...(names.units ? [column('牵头单位', 27, 'left')] : []),
      column('核实情况', 15),
    ];
    const inText = atMost > rows.length;
    return headed(record.issue, {
      form: 'document',
      title: `${subject.title}${record.period.label}落实情况公示`,
      addressees: [],
      copiesTo: [],
      body: [
        ...paragraph(
          sentence(
            say`现将${subject.inText === '' ? book.run('plan.name') : subject.inText}截至${book.run('asOf')}经核实的落实情况予以公示`,
          ),
        ),
        ...section(
          '总体情况',
          paragraph(
            taskSentence(book),
            sentence(
              ifAny(book, 'publication.verified', (run) => say`经核实可以公示的任务${run}项`) ??
                say`${book.none('publication.verified')}经核实可以公示的任务`,
            ),
          ),
        ),
        ...(rows.length > 0 && inText
          ? section('经核实的任务', table('经核实的任务清单', columns, rows))
          : []),
      ],
      annexes: inText ? [] : [{ title: '经核实的任务清单', body: table(null, columns, rows) }],
    });
  }, GENERAL_AT_MOST);

function verifiedRows({ facts, book }: Writing, { units, titles }: PublicationNames): Cell[][] {
  const shown = verifiedTasks(facts);
  book.add('publication.verified', shown.length, {
    of: shown.map(({ task }) => ({ kind: 'task', id: task.id })),
  });
  return shown.map(({ task, stood, outcome }): Cell[] => [
    book.run(`task.${task.id}.code`),
    ...(titles ? [book.words(`task.${task.id}.title`)] : []),
    ...(units ? [enumerated(...stood.leadUnitIds.map((id) => unitName(book, id)))] : []),
    OUTCOMES[outcome],
  ]);
}

const OUTCOMES = { closed: '已销号', foundTrue: '核实属实' } as const;
