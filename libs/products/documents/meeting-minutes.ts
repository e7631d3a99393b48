import type { Block, OfficialDocument } from '#official';
import type { MeetingFacts } from '../facts/meeting-facts.js';
import { say } from '../sentences/say.js';
import { enumerated, sentence } from '../sentences/sentence.js';
import { headed } from './headed.js';
import { ifAny } from './overview.js';
import { paragraph, section } from './writing.js';

/** The minutes of a dispatch meeting (纪要): as it was recorded, each decision with the task that it became. */
export function meetingMinutes({ record, book }: MeetingFacts): OfficialDocument {
  const { decisions } = record;
  const attended = enumerated(...record.attended.map((__, index) => book.words(`meeting.attended.${index}`)));
  return headed(record.issue, {
    form: 'minutes',
    title: `${book.fact('action.name').printed}${record.period}调度会纪要`,
    addressees: [],
    body: [
      ...paragraph(
        sentence(
          say`${book.run('meeting.heldOn')}`,
          say`${book.words('meeting.chairedBy')}主持召开${book.words('action.name')}调度会`,
          decisions.length === 0
            ? say`${book.none('meeting.decisions')}议定事项`
            : say`议定事项${book.run('meeting.decisions')}项`,
          ifAny(book, 'meeting.tasks', (run) => say`其中形成任务${run}项`),
        ),
      ),
      ...section(
        '议定事项',
        decisions.flatMap((_, index): Block[] => decision({ record, book }, index)),
      ),
      ...(book.has('meeting.note') ? section('其他事项', paragraph(book.words('meeting.note'), '。')) : []),
      ...section(
        '出席',
        paragraph(
          sentence(
            // One entry may be many: all units of a task force.
            record.attended.length === 1
              ? attended
              : say`${attended}，共${book.run('meeting.attended')}个（人）`,
          ),
        ),
      ),
    ],
  });
}

function decision({ record, book }: MeetingFacts, index: number): Block[] {
  const tasks = record.tasks
    .filter((task) => task.decision === index)
    .map(({ id }) => book.run(`meeting.decision.${index}.task.${id}`));
  return paragraph(
    book.words(`meeting.decision.${index}`),
    tasks.length === 0 ? '' : say`（已列为任务${enumerated(...tasks)}）`,
    '。',
  );
}
