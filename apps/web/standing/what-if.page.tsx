import type { ScoringSchemeView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Answer } from '../components/answer.js';
import { Panel } from '../components/panel.js';
import { formatFullInstant } from '../format/date.js';
import { whatIfText, marks } from '../texts/zh.js';
import { scoringSchemeQuery, type Tried } from './queries.js';
import { StandingPage } from './standing-page.js';
import { WhatIfResult } from './what-if-result.js';

/** The scheme in force, every figure of which can be tried otherwise over the same record; nothing is saved. */
export function WhatIfPage() {
  return <StandingPage texts={whatIfText}>{(planId) => <Trial planId={planId} />}</StandingPage>;
}

/** Figures that were changed, by their names: `yellow.each`. */
type Changes = Readonly<Record<string, number>>;

function Trial({ planId }: { planId: string }) {
  const scheme = useQuery(scoringSchemeQuery(planId));
  const [changes, setChanges] = useState<Changes>({});
  const [base, setBase] = useState<string>('');
  const [tried, setTried] = useState<Tried | null>(null);
  const tryIt = (): void =>
    setTried({
      ...(base !== '' && { scheme: base }),
      set: Object.entries(changes)
        .map(([name, value]) => `${name}:${value}`)
        .join(','),
    });
  const count = Object.keys(changes).length;
  return (
    <Answer query={scheme}>
      {(found) => (
        <div className="what-if">
          <Panel
            title={whatIfText.scheme}
            testId="scheme"
            flush
            actions={
              <>
                {count > 0 ? <span className="soft small">{whatIfText.changed(count)}</span> : null}
                <Button
                  size="small"
                  disabled={count === 0}
                  onClick={() => {
                    setChanges({});
                  }}
                >
                  {whatIfText.reset}
                </Button>
                <Button size="small" type="primary" data-testid="try-scheme" onClick={tryIt}>
                  {whatIfText.try}
                </Button>
              </>
            }
          >
            <SchemeFigures
              scheme={found}
              changes={changes}
              base={base}
              onBase={setBase}
              onChange={setChanges}
            />
          </Panel>
          <WhatIfResult planId={planId} tried={tried} />
        </div>
      )}
    </Answer>
  );
}

interface FiguresProps {
  scheme: ScoringSchemeView;
  changes: Changes;
  base: string;
  onBase: (base: string) => void;
  onChange: (changes: Changes) => void;
}

function SchemeFigures({ scheme, changes, base, onBase, onChange }: FiguresProps) {
  const [code, setCode] = useState('');
  const inForce = `${scheme.scheme.id}@${scheme.scheme.version}`;
  const change = (name: string, was: number | null, value: number | null): void => {
    const rest = Object.fromEntries(Object.entries(changes).filter(([one]) => one !== name));
    onChange(value === null || value === was ? rest : { ...rest, [name]: value });
  };
  const figure = (name: string, label: string, was: number | null) => (
    <InputNumber
      size="small"
      className="what-if-number"
      min={0}
      max={1000}
      aria-label={label}
      data-testid={`figure-${name}`}
      value={changes[name] ?? was}
      onChange={(value) => change(name, was, value)}
    />
  );
  return (
    <>
      <p className="soft small what-if-note">
        {whatIfText.since(
          scheme.scheme.label,
          scheme.scheme.version,
          formatFullInstant(scheme.since),
          scheme.reason,
        )}
        {marks.semicolon}
        {scheme.ownUnit.label}
      </p>
      <p className="what-if-note">
        {whatIfText.base}{' '}
        <Select
          size="small"
          value={base}
          onChange={onBase}
          options={[
            { value: '', label: whatIfText.inForce },
            ...scheme.kept
              .filter(({ id, version }) => `${id}@${version}` !== inForce)
              .map(({ id, version, label }) => ({
                value: `${id}@${version}`,
                label: `${label} v${version}`,
              })),
          ]}
          popupMatchSelectWidth={false}
        />
      </p>
      <table className="plain">
        <thead>
          <tr>
            <th>{whatIfText.item}</th>
            <th>{whatIfText.marks}</th>
            <th>{whatIfText.each}</th>
          </tr>
        </thead>
        <tbody>
          {scheme.sections.flatMap(({ items }) =>
            items.map((item) => (
              <tr key={item.id}>
                <td>
                  {item.label}
                  <div className="soft small">
                    {item.rule}
                    {item.evidenceRequired ? `${marks.semicolon}${whatIfText.evidence}` : ''}
                  </div>
                </td>
                <td>{figure(`${item.id}.marks`, `${item.label}${whatIfText.marks}`, item.marks)}</td>
                <td>
                  {item.each === null
                    ? null
                    : figure(`${item.id}.each`, `${item.label}${whatIfText.each}`, item.each)}
                </td>
              </tr>
            )),
          )}
          {scheme.deductions.map((one) => (
            <tr key={one.id}>
              <td>
                {one.label}
                <div className="soft small">
                  {whatIfText.atMost} {one.atMost ?? whatIfText.noLimit}
                </div>
              </td>
              <td />
              <td>{figure(`${one.id}.each`, `${one.label}${whatIfText.each}`, one.each)}</td>
            </tr>
          ))}
          {scheme.bonus === null ? null : (
            <tr>
              <td>{scheme.bonus.label}</td>
              <td>{figure('bonus.atMost', scheme.bonus.label, scheme.bonus.atMost)}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
      <p className="what-if-note">
        {whatIfText.weights}{' '}
        <Input
          size="small"
          className="what-if-number"
          aria-label={whatIfText.taskCode}
          placeholder="A1-01"
          value={code}
          onChange={({ target }) => setCode(target.value.trim())}
        />{' '}
        <InputNumber
          size="small"
          className="what-if-number"
          min={0.01}
          max={100}
          aria-label={whatIfText.weight}
          disabled={!/^[^,:\s.]{1,40}$/.test(code)}
          value={changes[`weight.${code}`] ?? null}
          onChange={(value) => change(`weight.${code}`, null, value)}
        />
        <span className="soft small">
          {' '}
          {scheme.weights.length === 0
            ? whatIfText.evenWeights
            : scheme.weights.map((one) => `${one.code} ${one.weight}`).join(marks.comma)}
        </span>
      </p>
      <p className="soft small what-if-note">
        {whatIfText.groups}
        {marks.colon}
        {scheme.groups
          .map(({ label, members }) => `${label}${marks.open}${members}${marks.close}`)
          .join(marks.comma)}
      </p>
    </>
  );
}
