import type { FindingView } from '#contract';
import { Button } from 'antd';
import { useState } from 'react';
import { dispatchText, panelText } from '../../texts/zh.js';
import { useDesk } from '../desk.js';

interface FindingListProps {
  findings: readonly FindingView[];
  /** Called when a person goes to the place of one. */
  onGo: () => void;
}

/** Of one kind only the first few are shown at once: two hundred tasks that nobody confirmed say the same. */
const FIRST = 5;

function Group({ findings, onGo }: FindingListProps) {
  const { select, reveal, review } = useDesk();
  const [all, showAll] = useState(false);
  const codeOf = new Map(review.tasks.map(({ id, code }) => [id, code]));
  const shown = all ? findings : findings.slice(0, FIRST);
  const go = ({ draftTaskId, span }: FindingView): void => {
    if (draftTaskId !== null) select(draftTaskId);
    if (span !== null) reveal(span);
    onGo();
  };
  return (
    <>
      {shown.map((finding, at) => (
        <li key={at} className={`pr-finding pr-finding-${finding.severity}`}>
          <span className={finding.severity === 'error' ? 'pr-tag pr-tag-bad' : 'pr-tag'}>
            {panelText.severity[finding.severity]}
          </span>
          <span>{finding.message}</span>
          {finding.draftTaskId === null && finding.span === null ? null : (
            <Button size="small" type="link" onClick={() => go(finding)}>
              {codeOf.get(finding.draftTaskId ?? '') ?? panelText.whole}
            </Button>
          )}
        </li>
      ))}
      {findings.length > shown.length ? (
        <li>
          <Button size="small" type="link" onClick={() => showAll(true)}>
            {dispatchText.moreObstacles(findings.length - shown.length)}
          </Button>
        </li>
      ) : null}
    </>
  );
}

/** Findings, what must be mended first; each leads to its task or its place in the text. */
export function FindingList({ findings, onGo }: FindingListProps) {
  const groups = new Map<string, FindingView[]>();
  for (const finding of findings.toSorted(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  )) {
    const key = `${finding.severity} ${finding.code}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return (
    <ul className="pr-findings" data-testid="findings">
      {[...groups].map(([key, group]) => (
        <Group key={key} findings={group} onGo={onGo} />
      ))}
    </ul>
  );
}
