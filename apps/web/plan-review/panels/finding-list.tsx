import type { FindingView } from '#contract';
import { Button } from 'antd';
import { useState } from 'react';
import { panelText } from '../../texts/zh.js';
import { useDesk } from '../desk.js';

interface FindingListProps {
  findings: readonly FindingView[];
  /** Called when a person goes to the place of one. */
  onGo: () => void;
}

/** A hundred tasks without a date say the same: it is said once, with the first few of them. */
const FIRST = 12;

interface GroupProps extends FindingListProps {
  codeOf: ReadonlyMap<string, string>;
}

/** What it says of any task: a hundred tasks that nobody has confirmed are one matter. */
const withoutItsCode = (
  { message, draftTaskId }: FindingView,
  codeOf: ReadonlyMap<string, string>,
): string => (draftTaskId === null ? message : message.replace(`${codeOf.get(draftTaskId) ?? ''} `, ''));

function Group({ findings, onGo, codeOf }: GroupProps) {
  const { select, reveal } = useDesk();
  const [all, showAll] = useState(false);
  const [first] = findings;
  if (first === undefined) return null;
  const shown = all ? findings : findings.slice(0, FIRST);
  const go = ({ draftTaskId, span }: FindingView): void => {
    if (draftTaskId !== null) select(draftTaskId);
    if (span !== null) reveal(span);
    onGo();
  };
  return (
    <li>
      <span className={first.severity === 'error' ? 'pr-tag pr-tag-bad' : 'pr-tag'}>
        {panelText.severity[first.severity]}
      </span>
      <div>
        {findings.length === 1 ? first.message : withoutItsCode(first, codeOf)}
        {findings.length === 1 ? null : (
          <span className="soft">{panelText.sameFinding(findings.length)}</span>
        )}
        <div className="pr-finding-places">
          {shown.map((finding, at) =>
            finding.draftTaskId === null && finding.span === null ? null : (
              <Button key={at} size="small" type="link" onClick={() => go(finding)}>
                {codeOf.get(finding.draftTaskId ?? '') ?? panelText.whole}
              </Button>
            ),
          )}
          {findings.length > shown.length ? (
            <Button size="small" type="text" onClick={() => showAll(true)}>
              {panelText.moreTasks(findings.length - shown.length)}
            </Button>
          ) : null}
        </div>
      </div>
    </li>
  );
}

/** What says the same of several tasks is one matter; what must be mended comes first. */
export function mattersOf(
  findings: readonly FindingView[],
  codeOf: ReadonlyMap<string, string>,
): Map<string, FindingView[]> {
  const matters = new Map<string, FindingView[]>();
  const gravestFirst = findings.toSorted(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  );
  for (const finding of gravestFirst) {
    const key = `${finding.severity} ${finding.code} ${withoutItsCode(finding, codeOf)}`;
    matters.set(key, [...(matters.get(key) ?? []), finding]);
  }
  return matters;
}

/** The codes of the tasks of the review that is open, by their ids. */
export function useCodes(): ReadonlyMap<string, string> {
  const { review } = useDesk();
  return new Map(review.tasks.map(({ id, code }) => [id, code]));
}

/** Findings, what must be mended first; each leads to its task or its place in the text. */
export function FindingList({ findings, onGo }: FindingListProps) {
  const codeOf = useCodes();
  return (
    <ul className="pr-findings" data-testid="findings">
      {[...mattersOf(findings, codeOf)].map(([key, group]) => (
        <Group key={key} findings={group} onGo={onGo} codeOf={codeOf} />
      ))}
    </ul>
  );
}
