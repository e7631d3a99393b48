import './no-code-at-run-time.js';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './query-client.js';
import { router } from './router.js';
import { watchSignOut } from './session/watch-sign-out.js';
import { language } from './texts/language.js';
import { common } from './texts/zh.js';

watchSignOut(queryClient, router);

document.documentElement.lang = language;
document.title = common.product;

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
