import type { AlertView } from '#contract';
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
import { byUrgency, groupAlerts } from './group-alerts.js';
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
      ]}
      onChange={(chosen) =>
        void navigate({
          search: (old) => ({ ...old, by: chosen === 'urgency' ? 'urgency' : undefined }),
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

function Alerts({ alerts }: { alerts: readonly AlertView[] }) {
  const phone = usePhone();
  const { levels } = useSession();
  const { alert: asked, by } = useSearch({ from: '/inside/alerts' });
  const inOneList = by === 'urgency';
  const groups = inOneList
    ? [{ unit: null, alerts: byUrgency(alerts, levels) }]
    : groupAlerts(alerts, levels);
  // On a desk the first matter stands open; on a telephone it would cover the list.
  const first = phone ? undefined : groups[0]?.alerts[0];
  // Who comes from a desk comes for one matter.
  const wanted = alerts.find(({ id }) => id === asked);
  const [picked, pick] = useState<AlertView | null>(wanted ?? first ?? null);
  // What was picked stays in view when it is settled: who has just issued a notice wants to see its number.
  const open = alerts.find(({ id }) => id === picked?.id);
  const chosen = open ?? picked ?? first;
  const list =
    alerts.length === 0 ? (
      <NoAlerts />
    ) : (
      <AlertList
        groups={groups}
        named={inOneList}
        chosenId={chosen?.id ?? null}
        onChoose={(id) => pick(alerts.find((alert) => alert.id === id) ?? null)}
      />
    );
  const detail =
    chosen === undefined ? null : (
      <AlertDetail key={chosen.id} alert={chosen} settled={picked !== null && open === undefined} />
    );
  if (chosen === undefined && alerts.length === 0) return list;
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
  const shown = alertsMatching(alerts ?? [], search);
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
        <Alerts key={search.level ?? ''} alerts={shown} />
      )}
    </>
  );
}
