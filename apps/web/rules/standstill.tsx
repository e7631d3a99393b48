import { LADDER_STOPS, type LadderCourseView, type LadderStop } from '#contract';
import { Select } from 'antd';
import { laddersText } from '../texts/zh.js';
import { Days, Field } from './rehearsal-field.js';
import type { Supposed } from './supposed.js';

interface StandstillProps {
  /** What the chart of the ladder allows; the server says. */
  may: LadderCourseView['may'];
  supposed: Supposed;
  change: (part: Partial<Supposed>) => void;
}

const DECISIONS = ['rejected', 'upheld'] as const;
const NONE = 'none';

/** What has a ladder stand still: an appeal and its decision; a hold, a suspension, another unit, a pause for all. */
export function Standstill({ may, supposed, change }: StandstillProps) {
  const { appealed, decided, decision, stop, from = 1, until } = supposed;
  const stops = LADDER_STOPS.filter((why) => may.includes(why));
  return (
    <>
      {may.includes('appeal') ? (
        <Field label={laddersText.appeal}>
          <Days
            value={appealed}
            never={laddersText.noAppeal}
            words={laddersText.curedAfter}
            testId="rehearse-appealed"
            onChange={(days) =>
              change({
                appealed: days,
                decided: days === undefined || decided === undefined ? undefined : Math.max(days, decided),
              })
            }
          />
        </Field>
      ) : null}
      {appealed === undefined ? null : (
        <>
          <Field label={laddersText.decided}>
            <Days
              value={decided}
              never={laddersText.neverDecided}
              words={laddersText.curedAfter}
              testId="rehearse-decided"
              least={appealed}
              onChange={(days) => change({ decided: days })}
            />
          </Field>
          {decided === undefined ? null : (
            <Field label={laddersText.decision}>
              <Select
                data-testid="rehearse-decision"
                value={decision}
                options={DECISIONS.map((value) => ({ value, label: laddersText.decisions[value] }))}
                onChange={(value) => change({ decision: value })}
              />
            </Field>
          )}
        </>
      )}
      {stops.length === 0 ? null : (
        <Field label={laddersText.stop}>
          <Select<LadderStop | typeof NONE>
            data-testid="rehearse-stop"
            value={stop ?? NONE}
            popupMatchSelectWidth={false}
            options={[
              { value: NONE, label: laddersText.noStop },
              ...stops.map((why) => ({ value: why, label: laddersText.stopReasons[why] })),
            ]}
            onChange={(why) =>
              change(
                why === NONE
                  ? { stop: undefined, from: undefined, until: undefined }
                  : { stop: why, from, until: until ?? from + 4 },
              )
            }
          />
        </Field>
      )}
      {stop === undefined ? null : (
        <>
          <Field label={laddersText.stopFrom}>
            <Days
              value={from}
              words={laddersText.curedAfter}
              testId="rehearse-from"
              onChange={(days = 1) => change({ from: days, until: Math.max(days + 1, until ?? 0) })}
            />
          </Field>
          <Field label={laddersText.stopUntil}>
            <Days
              value={until}
              words={laddersText.curedAfter}
              testId="rehearse-until"
              least={from + 1}
              onChange={(days) => change({ until: days })}
            />
          </Field>
        </>
      )}
    </>
  );
}
