import type { ParkedReport, SittingItem } from '#contract';
import { Checkbox } from 'antd';
import { filingText, marks, signOffText } from '../../texts/zh.js';
import { WORDS } from '../draft.js';
import { LastWords } from '../last-words.js';

export type SentItem = SittingItem & { signOff: ParkedReport };

interface SentRowProps {
  item: SentItem;
  chosen: boolean;
  /** Who sent it and when; null: that is said of all. */
  sentOf: string | null;
  /** Absent: there is nothing to choose for. */
  onChoose?: ((chosen: boolean) => void) | undefined;
}

/** How the progress stands to that of the last period, in words besides the figures. */
function Moved({ item: { lastReport, signOff } }: { item: SentItem }) {
  if (lastReport === null) return <span className="soft small">{signOffText.first}</span>;
  const by = Math.round(signOff.progress - lastReport.progress);
  const words = by === 0 ? signOffText.level : by > 0 ? signOffText.up(by) : signOffText.down(-by);
  return (
    <span className={by < 0 ? 'late small' : 'soft small'}>
      {signOffText.from(lastReport.progress)}
      {marks.comma}
      {words}
    </span>
  );
}

/** One report as it was sent: what it says, and what is other than in the last period. */
export function SentRow({ item, chosen, sentOf, onChoose }: SentRowProps) {
  const { task, signOff, lastReport, indicators } = item;
  const readings = signOff.readings.flatMap(({ position, value }) => {
    const indicator = indicators.find((one) => one.position === position);
    return indicator === undefined ? [] : [`${indicator.name} ${value}${indicator.unit}`];
  });
  const files = item.files.filter(({ id }) => signOff.evidence.includes(id));
  return (
    <div
      className="filing-row"
      role="group"
      aria-label={`${task.code} ${task.title}`}
      data-testid={`sent-row-${task.code}`}
    >
      <div className="filing-task">
        <span>
          {onChoose === undefined ? null : (
            <Checkbox
              checked={chosen}
              aria-label={signOffText.choose(task.code)}
              onChange={(event) => onChoose(event.target.checked)}
            />
          )}{' '}
          <span className="number soft">{task.code}</span> <b>{task.title}</b>
        </span>
        {sentOf === null ? null : <span className="soft small">{sentOf}</span>}
        {files.length === 0 ? null : (
          <span className="soft small">
            {signOffText.files(files.map(({ name }) => name).join(marks.list))}
          </span>
        )}
      </div>
      <div className="filing-figures">
        <span className="filing-label">{filingText.progress}</span>
        <span>
          <b className="number">{`${signOff.progress}%`}</b>{' '}
          <span className="soft small">{filingText.expected(Math.round(task.expected))}</span>
        </span>
        <Moved item={item} />
        {readings.map((reading) => (
          <span key={reading} className="small">
            {reading}
          </span>
        ))}
      </div>
      {signOff.noChange ? (
        <div className="filing-same">
          <b>{signOffText.noChange}</b>
          <LastWords report={lastReport} />
        </div>
      ) : (
        WORDS.map((word) => {
          const same = lastReport !== null && signOff[word] !== '' && signOff[word] === lastReport[word];
          return (
            <div key={word} className={signOff[word] === '' ? 'sent-empty' : undefined}>
              <span className="filing-label">{filingText[word]}</span>
              <p className="sent-words">{signOff[word]}</p>
              {same ? <span className="filing-carried-mark">{signOffText.same}</span> : null}
              {word === 'done' && !same ? <LastWords report={lastReport} /> : null}
            </div>
          );
        })
      )}
    </div>
  );
}
