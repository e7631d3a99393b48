import type { ReadUnitView } from '#contract';
import { Button } from 'antd';
import { useState } from 'react';
import { cardText } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { NameUnitForm } from './name-unit-form.js';
import { nameOf } from './words.js';

interface UnitChipsProps {
  units: readonly ReadUnitView[];
  /** The pointer or the focus is on one of them. */
  onPoint: (item: number) => void;
}

/** The units of a task. One that nobody answers to can be named at once, here and wherever else it stands. */
export function UnitChips({ units, onPoint }: UnitChipsProps) {
  const { mayChange } = useDesk();
  const [naming, setNaming] = useState<string | null>(null);
  const named = units.find(({ printed, unit }) => printed === naming && unit === null);
  return (
    <>
      <ul className="pr-units">
        {units.map((each, item) => (
          <li
            key={`${each.printed}-${item}`}
            className={each.unit === null && !each.group ? 'pr-unit pr-unit-unknown' : 'pr-unit'}
            title={each.unit === null ? undefined : cardText.printedAs(each.printed)}
            onMouseEnter={() => onPoint(item)}
          >
            {nameOf(each)}
            {each.group ? <span className="pr-tag">{cardText.groupUnit}</span> : null}
            {each.unit !== null || each.group ? null : mayChange ? (
              <Button
                size="small"
                type="link"
                aria-expanded={naming === each.printed}
                onClick={() => setNaming(naming === each.printed ? null : each.printed)}
                data-testid={`name-${each.printed}`}
              >
                {cardText.unmatchedUnit}
              </Button>
            ) : (
              <span className="pr-tag pr-tag-bad">{cardText.unmatchedUnit}</span>
            )}
          </li>
        ))}
      </ul>
      {named === undefined ? null : (
        <NameUnitForm
          key={named.printed}
          printed={named.printed}
          suggestions={named.suggestions}
          tasks={1}
          onDone={() => setNaming(null)}
        />
      )}
    </>
  );
}
