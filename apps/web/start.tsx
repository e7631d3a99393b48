import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './query-client.js';
import { router } from './router.js';
import { useScreenScale } from './screen-scale.js';
import { watchSignOut } from './session/watch-sign-out.js';
import { language } from './texts/language.js';
import { common } from './texts/zh.js';
import { themeAt } from './theme.js';

watchSignOut(queryClient, router);

document.documentElement.lang = language;
document.title = common.product;

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

function Pages() {
  const scale = useScreenScale();
  const theme = useMemo(() => themeAt(scale), [scale]);
  return (
    <ConfigProvider
      // English is the library's own language: it is there without being loaded.
      locale={language === 'zh-CN' ? zhCN : enUS}
      theme={theme}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <QueryClientProvider client={queryClient}>
        <App component={false}>
          <RouterProvider router={router} />
        </App>
      </QueryClientProvider>
    </ConfigProvider>
  );
}

createRoot(root).render(
  <StrictMode>
    <Pages />
  </StrictMode>,
);
