import type { AlertView } from '#contract';
import { Drawer, Skeleton } from 'antd';
import { useState } from 'react';
import { EmptyNote } from '../components/empty-note.js';
import { usePhone } from '../components/use-phone.js';
import { PageTitle } from '../components/page-title.js';
import { alertsText } from '../texts/zh.js';
import { AlertDetail } from './alert-detail.js';
import { AlertList } from './alert-list.js';
import './alerts.css';
import { groupAlerts } from './group-alerts.js';
import { useAlertStream } from './use-alert-stream.js';

function LiveSign({ live }: { live: boolean }) {
  return (
    <span className={live ? 'live live-on' : 'live'} role="status" data-testid="live">
      {live ? alertsText.live : alertsText.reconnecting}
    </span>
  );
}

function Alerts({ alerts }: { alerts: readonly AlertView[] }) {
  const phone = usePhone();
  const [chosenId, choose] = useState<string | null>(null);
  const groups = groupAlerts(alerts);
  const chosen = alerts.find(({ id }) => id === chosenId) ?? (phone ? undefined : groups[0]?.alerts[0]);
  const list = <AlertList groups={groups} chosenId={chosen?.id ?? null} onChoose={choose} />;
  if (phone) {
    return (
      <>
        {list}
        <Drawer
          open={chosen !== undefined}
          onClose={() => choose(null)}
          title={chosen?.unit?.name ?? alertsText.general}
          size="100%"
          destroyOnHidden
        >
          {chosen === undefined ? null : <AlertDetail key={chosen.id} alert={chosen} />}
        </Drawer>
      </>
    );
  }
  return (
    <div className="alert-columns">
      {list}
      <div className="alert-side">
        {chosen === undefined ? null : <AlertDetail key={chosen.id} alert={chosen} />}
      </div>
    </div>
  );
}

/** What the supervision office has to look at, as it happens. */
export function AlertsPage() {
  const { alerts, live } = useAlertStream();
  return (
    <>
      <div className="page-head">
        <PageTitle title={alertsText.title} />
        {alerts === null ? null : (
          <span className="soft" data-testid="alert-count">
            {alertsText.open(alerts.length)}
          </span>
        )}
        <LiveSign live={live} />
      </div>
      {alerts === null ? <Skeleton active className="answer-skeleton" /> : null}
      {alerts !== null && alerts.length === 0 ? (
        <section className="panel">
          <EmptyNote title={alertsText.none} hint={alertsText.noneHint} />
        </section>
      ) : null}
      {alerts !== null && alerts.length > 0 ? <Alerts alerts={alerts} /> : null}
    </>
  );
}
