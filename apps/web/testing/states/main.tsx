import type { ShellView } from '#contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createRoot } from 'react-dom/client';
import '../../styles/base.css';
import '../../styles/parts.css';
import '../../styles/shell.css';
import { sessionQuery, unitsQuery, whyQuery, noticeQuery } from '../../api/queries.js';
import { loadRoutes } from '../../api/routes.js';
import { themeAt } from '../../theme.js';
import { NOTICES, SESSION, UNITS, WHY, WHY_NOTHING } from './answers.js';
import { IN_FRONT, ON_THE_PAGE } from './states.js';

// What the server would have answered; nothing is asked for.
const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
queries.setQueryData(sessionQuery.queryKey, { session: SESSION } as Partial<ShellView> as ShellView);
queries.setQueryData(unitsQuery.queryKey, UNITS);
queries.setQueryData(whyQuery({ kind: 'task', id: 'all' }).queryKey, WHY);
queries.setQueryData(whyQuery({ kind: 'task', id: 'nothing' }).queryKey, WHY_NOTHING);
for (const notice of NOTICES) queries.setQueryData(noticeQuery(notice.id).queryKey, notice);

/** `?of=name`: what lies over the page, by itself; without it everything that stands on a page. */
const chosen = IN_FRONT.find(({ name }) => name === new URLSearchParams(location.search).get('of'));
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
await loadRoutes();
createRoot(root).render(
  <ConfigProvider
    locale={zhCN}
    theme={themeAt(1)}
    wave={{ disabled: true }}
    button={{ autoInsertSpace: false }}
  >
    <QueryClientProvider client={queries}>
      <App component={false}>
        <main className="states">
          <h1>部件的各种状态</h1>
          {chosen === undefined
            ? ON_THE_PAGE.map(({ name, states }) => (
                <section key={name} data-states={name}>
                  <h2>{name}</h2>
                  {states.map((state, place) => (
                    <div key={place} className="states-one">
                      {state}
                    </div>
                  ))}
                </section>
              ))
            : chosen.states}
        </main>
      </App>
    </QueryClientProvider>
  </ConfigProvider>,
);
