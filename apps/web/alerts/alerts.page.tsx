import type { AlertView, LevelView } from '#contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Drawer, Segmented, Select } from 'antd';
import { useState } from 'react';
import { EmptyNote } from '../components/empty-note.js';
import { usePhone } from '../components/use-phone.js';
import { ExportButton } from '../components/export-button.js';
import { PageTitle } from '../components/page-title.js';
import { Waiting } from '../components/waiting.js';
import { SavedFilters } from '../lists/saved-filters.js';
import { useSession } from '../session/use-session.js';
import { alertsText, tasksText } from '../texts/zh.js';
import { AlertDetail } from './alert-detail.js';
import { AlertList } from './alert-list.js';
import { alertFilterSchema, alertsMatching } from './alert-search.js';
import './alerts.css';
import { byClock, byUrgency, groupAlerts, mattersOf, type AlertGroup, type Matter } from './group-alerts.js';
import { NoticesAtOnce } from './notices-at-once.js';
import { useAlertStream } from './use-alert-stream.js';

function LiveSign({ live }: { live: boolean }) {
  return (
    <span className={live ? 'live live-on' : 'live'} role="status" data-testid="live">
      {live ? alertsText.live : alertsText.reconnecting}
    </span>
  );
}

function NoAlerts() {
  return (
    <section className="panel">
      <EmptyNote title={alertsText.none} hint={alertsText.noneHint} />
    </section>
  );
}

/** By unit, or everything by urgency; as an address has it, so that it stays when one comes back. */
function OrderChoice() {
  const { by = 'unit' } = useSearch({ from: '/inside/alerts' });
  const navigate = useNavigate({ from: '/alerts' });
  return (
    <Segmented
      size="small"
      aria-label={alertsText.order}
      value={by}
      options={[
        { value: 'unit', label: alertsText.byUnit },
        { value: 'urgency', label: alertsText.byUrgency },
        { value: 'clock', label: alertsText.byClock },
      ]}
      onChange={(chosen) =>
        void navigate({
          search: (old) => ({ ...old, by: chosen === 'urgency' || chosen === 'clock' ? chosen : undefined }),
          replace: true,
        })
      }
    />
  );
}

/** Of one level, or all; kept under a name with the order in which they come. */
function Conditions({ alerts }: { alerts: readonly AlertView[] }) {
  const { by, level } = useSearch({ from: '/inside/alerts' });
  const navigate = useNavigate({ from: '/alerts' });
  const { levels } = useSession();
  const labels = new Map([
    ...levels.map(({ id, label }): [string, string] => [id, label]),
    ...alerts.map((alert): [string, string] => [alert.level, alert.levelLabel]),
  ]);
  return (
    <>
      <Select
        className="alert-level"
        aria-label={alertsText.level}
        placeholder={alertsText.anyLevel}
        allowClear
        value={level ?? null}
        options={[...labels].map(([value, label]) => ({ value, label }))}
        popupMatchSelectWidth={false}
        onChange={(chosen: string | null | undefined) =>
          void navigate({ search: (old) => ({ ...old, level: chosen ?? undefined }), replace: true })
        }
      />
      <SavedFilters
        list="alerts"
        schema={alertFilterSchema}
        search={{ by, level }}
        onUse={(next) => void navigate({ search: next })}
      />
    </>
  );
}

function NoneOfLevel() {
  const navigate = useNavigate({ from: '/alerts' });
  return (
    <section className="panel">
      <EmptyNote
        title={alertsText.noneOfLevel}
        action={
          <Button
            onClick={() => void navigate({ search: (old) => ({ ...old, level: undefined }), replace: true })}
          >
            {tasksText.clear}
          </Button>
        }
      />
    </section>
  );
}

/** As the address asks for them: under their units, or as one list with a name of its own. */
function ordered(
  matters: readonly Matter[],
  by: 'unit' | 'urgency' | 'clock' | undefined,
  levels: readonly LevelView[],
): { groups: AlertGroup[]; name?: string } {
  switch (by) {
    case 'urgency':
      return { groups: [{ unit: null, matters: byUrgency(matters, levels) }], name: alertsText.byUrgency };
    case 'clock':
      return { groups: [{ unit: null, matters: byClock(matters, levels) }], name: alertsText.byClock };
    default:
      return { groups: groupAlerts(matters, levels) };
  }
}

function Alerts({ matters }: { matters: readonly Matter[] }) {
  const phone = usePhone();
  const { levels } = useSession();
  const { alert: asked, by } = useSearch({ from: '/inside/alerts' });
  const { groups, name } = ordered(matters, by, levels);
  // On a desk the first matter stands open; on a telephone it would cover the list.
  const first = phone ? undefined : groups[0]?.matters[0];
  // Who comes from a desk comes for one matter.
  const wanted = matters.find(({ id, beside }) => id === asked || beside.some((one) => one.id === asked));
  const [picked, pick] = useState<Matter | null>(wanted ?? first ?? null);
  // What was picked stays in view when it is settled: who has just issued a notice wants to see its number.
  const open = matters.find(({ id }) => id === picked?.id);
  const chosen = open ?? picked ?? first;
  const list =
    matters.length === 0 ? (
      <NoAlerts />
    ) : (
      <AlertList
        groups={groups}
        name={name}
        chosenId={chosen?.id ?? null}
        onChoose={(id) => pick(matters.find((matter) => matter.id === id) ?? null)}
      />
    );
  const detail =
    chosen === undefined ? null : (
      <AlertDetail key={chosen.id} alert={chosen} settled={picked !== null && open === undefined} />
    );
  if (chosen === undefined && matters.length === 0) return list;
  if (phone) {
    return (
      <>
        {list}
        <Drawer
          open={chosen !== undefined}
          onClose={() => pick(null)}
          title={chosen?.unit?.name ?? alertsText.general}
          size="100%"
          destroyOnHidden
        >
          {detail}
        </Drawer>
      </>
    );
  }
  return (
    <div className="alert-columns">
      {list}
      <div className="alert-side">{detail}</div>
    </div>
  );
}

/** What the supervision office has to look at, as it happens. */
export function AlertsPage() {
  const { alerts, live } = useAlertStream();
  const search = useSearch({ from: '/inside/alerts' });
  const shown = mattersOf(alertsMatching(alerts ?? [], search));
  return (
    <>
      <div className="page-head">
        <PageTitle title={alertsText.title} />
        {alerts === null ? null : (
          <span className="soft" data-testid="alert-count">
            {alertsText.open(shown.length)}
          </span>
        )}
        <LiveSign live={live} />
        <OrderChoice />
        {alerts === null ? null : <Conditions alerts={alerts} />}
        <div className="page-actions">
          <NoticesAtOnce />
          <ExportButton list="alerts" query={{ state: 'open', level: search.level }} />
        </div>
      </div>
      {alerts === null ? <Waiting rows={3} /> : null}
      {alerts === null ? null : shown.length === 0 && alerts.length > 0 ? (
        <NoneOfLevel />
      ) : (
        <Alerts key={search.level ?? ''} matters={shown} />
      )}
    </>
  );
}
