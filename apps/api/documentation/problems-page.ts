import { PROBLEM_GROUPS, type Language, type ProblemEntry } from '#contract';
import { escaped } from '../http/escaped.js';
import { STYLE, top } from './html.js';

const WORDS = {
  'zh-CN': {
    title: '出错代码',
    lead: '所有出错说明都是 application/problem+json（RFC 9457）。程序按 code 判断，它不会改变；文字可能会改得更清楚。',
    columns: ['代码', 'HTTP', '含义与处理', 'English'],
    docs: '接口文档',
  },
  en: {
    title: 'Problem codes',
    lead: 'Every error is application/problem+json (RFC 9457). Decide by code, which is stable; the words may be improved.',
    columns: ['Code', 'HTTP', '中文', 'Meaning and how to mend it'],
    docs: 'API',
  },
} as const;

const PAGE_STYLE = `
main{max-width:1180px;margin:0 auto;padding:1rem 1.25rem 4rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
table{width:100%;border-collapse:collapse}
th,td{text-align:left;vertical-align:top;padding:.6rem .75rem;border-bottom:1px solid #e3e6ea}
th{font-size:.85rem;color:#5c6570}td:first-child{white-space:nowrap}
td strong{display:block}tr:target{background:#fff6e0}
td a{color:#1f2329;text-decoration:none}
@media (max-width:640px){
  thead{display:none}tr{display:block;padding:.75rem 0;border-bottom:1px solid #e3e6ea}
  td{display:block;border:0;padding:.1rem 0}td:first-child,td:nth-child(2){display:inline-block;padding-right:.75rem}
}
`;

/** Where the `type` of every problem leads: all codes in both languages, made from the contract's list. */
export function problemsPage(language: Language): string {
  const words = WORDS[language];
  const groups = PROBLEM_GROUPS.map(
    ({ title, entries }) => `<h2>${title[language]}</h2>${table(words.columns, entries)}`,
  );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>落实 · ${words.title}</title>
<link rel="icon" href="data:,"><style>${STYLE}${PAGE_STYLE}</style></head><body>${top([[words.docs, '/api/docs']])}
<main><h1>${words.title}</h1><p>${words.lead}</p>${groups.join('')}</main></body></html>`;
}

function table(columns: readonly string[], entries: Readonly<Record<string, ProblemEntry>>): string {
  const head = columns.map((column) => `<th>${column}</th>`).join('');
  const rows = Object.entries(entries).map(([code, { status, title, help }]) => {
    const cells = (['zh-CN', 'en'] as const).map(
      (language) =>
        `<td lang="${language}"><strong>${escaped(title[language])}</strong>${escaped(help[language])}</td>`,
    );
    return `<tr id="${code}"><td><a href="#${code}"><code>${code}</code></a></td><td>${status}</td>${cells.join('')}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
