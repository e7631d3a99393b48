import { z } from 'zod';
import { formatFullDay, formatInstant } from '../format/date.js';
import { alertsText, common, taskText } from '../texts/zh.js';
import { FactsView } from './facts-view.js';

/** What a notice of the reporting ladder is drafted from; facts of another shape are shown as they come. */
const factsSchema = z.object({
  tasks: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      periods: z.array(z.object({ label: z.string(), dueAt: z.string() })),
    }),
  ),
  rule: z.object({ label: z.string(), version: z.number() }),
  agreedBy: z.string().nullable(),
  earlier: z.array(
    z.object({ label: z.string(), documentNumber: z.string().nullable(), issuedAt: z.string() }),
  ),
});

/** The facts beside a notice, so that an officer can check the text before it goes out. */
export function NoticeFacts({ facts }: { facts: unknown }) {
  const known = factsSchema.safeParse(facts);
  if (!known.success) return <FactsView facts={facts} />;
  const { tasks, rule, agreedBy, earlier } = known.data;
  const periods = new Map(tasks.flatMap((task) => task.periods).map(({ label, dueAt }) => [label, dueAt]));
  return (
    <dl className="facts">
      <dt>{alertsText.factPeriods}</dt>
      <dd>
        {[...periods].map(([label, dueAt]) => (
          <p key={label}>
            {label} <span className="soft">{formatInstant(dueAt)}</span>
          </p>
        ))}
      </dd>
      <dt>{alertsText.factTasks}</dt>
      <dd>
        <p>{common.items(tasks.length)}</p>
        <ul className="facts-list">
          {tasks.map(({ code, title }) => (
            <li key={code}>
              <span className="soft number">{code}</span> {title}
            </li>
          ))}
        </ul>
      </dd>
      <dt>{alertsText.factRule}</dt>
      <dd>
        {rule.label} <span className="soft">{taskText.ruleVersion(rule.version)}</span>
      </dd>
      <dt>{alertsText.factEarlier}</dt>
      <dd>
        {earlier.length === 0 ? common.none : null}
        {earlier.map(({ label, documentNumber, issuedAt }) => (
          <p key={label + issuedAt}>
            {label} {documentNumber} <span className="soft">{formatFullDay(issuedAt)}</span>
          </p>
        ))}
      </dd>
      {agreedBy === null ? null : (
        <>
          <dt>{alertsText.factAgreed}</dt>
          <dd>{agreedBy}</dd>
        </>
      )}
    </dl>
  );
}
