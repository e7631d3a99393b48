import type { DrawEntryView, DrawPreview } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { etagOf } from '../api/client.js';
import { drawPreviewQuery } from '../api/queries.js';
import { ActionButtons } from '../components/action-buttons.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { Panel } from '../components/panel.js';
import { ProgressBar } from '../components/progress-bar.js';
import { populationText } from '../texts/zh.js';

/** So many are shown at once, from the most lots down. */
const FIRST = 20;

function Why({ entry }: { entry: DrawEntryView }) {
  if (entry.signals.length === 0) return <span className="soft small">{populationText.plain}</span>;
  return (
    <ul className="signals" aria-label={populationText.why}>
      {entry.signals.map(({ name, label, lots, says }) => (
        <li key={name}>
          <b>{label}</b> <span className="soft nowrap">{populationText.added(String(lots))}</span>
          <br />
          <span className="small">{says}</span>
        </li>
      ))}
    </ul>
  );
}

interface EntryProps {
  entry: DrawEntryView;
  actions: DrawPreview['entryActions'];
}

function Entry({ entry, actions }: EntryProps) {
  return (
    <li data-testid="draw-entry">
      <div className="verification-task">
        <Link to="/tasks/$taskId" params={{ taskId: entry.taskId }}>
          {entry.code} {entry.title}
        </Link>
        <span>{entry.unit.name}</span>
        <ProgressBar progress={entry.progress} expected={entry.expected} schedule={null} />
      </div>
      <Why entry={entry} />
      <div className="verification-side">
        <b className="lots">
          {entry.lots} <span className="soft small">{populationText.lots}</span>
        </b>
        <span className="soft small">
          {populationText.chance} {entry.chance}%
        </span>
        <ActionButtons
          actions={actions.map((action) => ({ ...action, seldom: true }))}
          etag={etagOf(0)}
          extra={{ taskId: entry.taskId, unitId: entry.unit.id }}
          subject={`${entry.code} ${entry.title}`}
          size="small"
        />
      </div>
    </li>
  );
}

function Rules({ rules }: { rules: DrawPreview['rules'] }) {
  return (
    <details className="draw-rules">
      <summary>{populationText.rules}</summary>
      <p>{populationText.base(rules.baseLots, rules.fewestLots, rules.mostLots)}</p>
      <ul>
        {rules.weights.map(({ name, label, lots }) => (
          <li key={name}>
            {label} <span className="soft">{populationText.added(String(lots))}</span>
          </li>
        ))}
      </ul>
      <p>{populationText.share(`${Math.round(rules.shareAtMost * 100)}%`)}</p>
      {rules.certain.map(({ name, label }) => (
        <p key={name}>{populationText.certain(label)}</p>
      ))}
    </details>
  );
}

/** Who could be drawn now, with their lots, and why. */
export function Population({ planId }: { planId: string }) {
  const preview = useQuery(drawPreviewQuery(planId));
  const [isWhole, showWhole] = useState(false);
  return (
    <Answer query={preview}>
      {({ entries, places, rules, entryActions }) => (
        <Panel
          title={populationText.title}
          note={entries.length === 0 ? undefined : populationText.note(entries.length, places)}
          testId="population"
          flush
        >
          <Rules rules={rules} />
          {entries.length === 0 ? (
            <EmptyNote title={populationText.none} hint={populationText.noneHint} />
          ) : (
            <ul className="verification-list">
              {(isWhole ? entries : entries.slice(0, FIRST)).map((entry) => (
                <Entry key={entry.key} entry={entry} actions={entryActions} />
              ))}
            </ul>
          )}
          {isWhole || entries.length <= FIRST ? null : (
            <div className="panel-body">
              <Button onClick={() => showWhole(true)}>{populationText.all(entries.length)}</Button>
            </div>
          )}
        </Panel>
      )}
    </Answer>
  );
}
