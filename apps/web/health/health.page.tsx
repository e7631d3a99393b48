import type { SystemHealth } from '#contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { call } from '../api/client.js';
import { Answer } from '../components/answer.js';
import { PageTitle } from '../components/page-title.js';
import { Panel } from '../components/panel.js';
import { formatFullDay, formatFullInstant } from '../format/date.js';
import { healthText } from '../texts/zh.js';
import './health.css';

const MINUTE = 60_000;
const healthQuery = queryOptions({
  queryKey: ['system-health'],
  queryFn: ({ signal }) => call('systemHealth', { signal }),
  refetchInterval: MINUTE,
});

type Check = SystemHealth['checks'][number];
type State = Check['state'];

/** Readable without colour: each state has its own sign and word. */
const SIGNS: Readonly<Record<State, string>> = { good: '✓', attention: '!', trouble: '✕', unknown: '?' };

/** 运行情况: what is in order and what is not, and what then is to be done. */
export function HealthPage() {
  const query = useQuery(healthQuery);
  return (
    <Answer query={query}>
      {(health) => (
        <div data-testid="health">
          <div className="page-head">
            <PageTitle title={healthText.title} />
            <span className="soft">{healthText.at(formatFullInstant(health.at))}</span>
            <div className="page-actions">
              <Button loading={query.isFetching} onClick={() => void query.refetch()}>
                {healthText.again}
              </Button>
            </div>
          </div>
          {health.rehearsal ? <Alert type="info" showIcon title={healthText.rehearsal} /> : null}
          <Checks health={health} />
          <Findings findings={health.findings} />
          <Parts health={health} />
          <p className="soft small health-more">{healthText.more}</p>
        </div>
      )}
    </Answer>
  );
}

function Checks({ health: { checks, processes } }: { health: SystemHealth }) {
  const of = (state: State): number => checks.filter((check) => check.state === state).length;
  const [trouble, attention] = [of('trouble'), of('attention')];
  return (
    <section className="panel" data-testid="health-checks">
      <header className="panel-head">
        <h2>{trouble + attention === 0 ? healthText.allGood : healthText.some(trouble, attention)}</h2>
      </header>
      <ul className="health-list">
        {checks.map((check) => (
          <li key={check.name} data-testid={`health-${check.name}`}>
            <Sign state={check.state} />
            <div>
              <b>{healthText.checks[check.name]}</b>
              <p>{saidOf(check, processes)}</p>
              {check.state === 'good' ? null : (
                <p className="soft">
                  {healthText.todo[check.name]} <Way name={check.name} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sign({ state }: { state: State }) {
  return (
    <span className={`health-sign health-${state}`}>
      <i aria-hidden="true">{SIGNS[state]}</i>
      {healthText.states[state]}
    </span>
  );
}

/** Where it is mended, where there is a page for it. */
function Way({ name }: { name: Check['name'] }) {
  const { links } = healthText;
  if (name === 'letters') return <Link to="/letters">{links.letters}</Link>;
  if (name === 'messages' || name === 'clocks') return <Link to="/letters">{links.messages}</Link>;
  if (name === 'calendar') return <Link to="/calendar">{links.calendar}</Link>;
  return null;
}

function saidOf({ name, at, count, on }: Check, processes: SystemHealth['processes']): string {
  const when = at === null ? null : formatFullInstant(at);
  const { said } = healthText;
  switch (name) {
    case 'clocks':
    case 'messages':
    case 'letters':
      return said[name](count ?? 0, when);
    case 'audit':
      return said.audit(when, count ?? 0);
    case 'calendar':
      return said.calendar(on === null ? null : formatFullDay(on));
    case 'machines': {
      const off = Math.max(0, ...processes.map(({ aheadSeconds }) => Math.abs(aheadSeconds)));
      return said.machines(count ?? 0, String(off));
    }
    default:
      return said[name](when);
  }
}

function Findings({ findings }: Pick<SystemHealth, 'findings'>) {
  if (findings.length === 0) return null;
  return (
    <Panel title={healthText.findings} testId="health-findings">
      <ul className="health-findings">
        {findings.map(({ code, what, where, mend }) => (
          <li key={`${code}/${where}`}>
            <b>{what}</b> <code className="small">{code}</code>
            <dl className="facts">
              <dt>{healthText.where}</dt>
              <dd>{where}</dd>
              <dt>{healthText.mend}</dt>
              <dd>{mend}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Parts({ health: { parts, processes } }: { health: SystemHealth }) {
  return (
    <>
      {parts.length === 0 ? null : (
        <Panel title={healthText.parts} testId="health-parts" flush>
          <ul className="health-list">
            {parts.map(({ name, ok, detail }) => (
              <li key={name}>
                <Sign state={ok ? 'good' : 'trouble'} />
                <div>
                  <b>{healthText.partNames[name] ?? name}</b>
                  <p>{detail}</p>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {processes.length === 0 ? null : (
        <Panel title={healthText.processes} testId="health-processes">
          <ul>
            {processes.map(({ kind, host, version, startedAt, aheadSeconds }) => (
              <li key={`${kind}/${host}/${startedAt}`}>
                <b>{kind}</b> {host}{' '}
                <span className="soft">
                  {healthText.process(version, formatFullInstant(startedAt))} {healthText.ahead(aheadSeconds)}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
