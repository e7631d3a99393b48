import { PROBLEMS_PAGE, type Language } from '#contract';
import { STYLE, top } from './html.js';

const WORDS = {
  'zh-CN': { title: '接口文档', problems: '出错代码', json: 'openapi.json', home: '返回系统' },
  en: { title: 'API', problems: 'Problem codes', json: 'openapi.json', home: 'Back to the system' },
} as const;

/** What the library leaves to be desired on a narrow screen and in Chinese. */
const UI_STYLE = `
#description{max-width:1180px;margin:0 auto}
.swagger-ui .info{margin:1.5rem 0}
.swagger-ui .info .title,.swagger-ui .opblock-tag,.swagger-ui .info p,.swagger-ui .info li,.swagger-ui .markdown p,
.swagger-ui .opblock .opblock-summary-description,.swagger-ui table thead tr th,.swagger-ui .parameter__name,
.swagger-ui .response-col_status,.swagger-ui .opblock-description-wrapper p{font-family:inherit;color:#1f2329}
.swagger-ui .info p,.swagger-ui .info li{font-size:15px;line-height:1.75;max-width:52rem;margin-left:0}
.swagger-ui .info .description code{color:#1f2329;background:#eef1f5;font-weight:500}
.swagger-ui .info .description pre code{background:transparent}
.swagger-ui .info h2{margin:1.25rem 0 .5rem}
.swagger-ui .info .description pre{background:#f3f5f8!important;color:#1f2329;padding:.75rem 1rem;border-radius:6px}
.swagger-ui .scheme-container{box-shadow:none;border-top:1px solid #e3e6ea;padding:1rem 0;background:transparent}
.swagger-ui .opblock .opblock-summary-operation-id{color:#5c6570;font-size:13px}
@media (max-width:640px){
  .swagger-ui .wrapper{padding:0 .75rem}
  .swagger-ui .opblock-tag{flex-wrap:wrap;font-size:18px}
  .swagger-ui .opblock-tag small{flex-basis:100%;padding:0}
  .swagger-ui .opblock .opblock-summary{flex-wrap:wrap}
  .swagger-ui .opblock .opblock-summary-path-description-wrapper{flex:1 1 12rem;padding:.25rem 0;gap:.25rem}
  .swagger-ui .opblock .opblock-summary-path{max-width:none;flex:none;word-break:break-all}
  .swagger-ui .opblock .opblock-summary-operation-id{display:none}
  .swagger-ui .parameters-container,.swagger-ui .responses-wrapper{overflow-x:auto}
}
`;

/** The description of the API as a page to read. `ui` is where its files are. */
export function documentationPage(language: Language, ui: string): string {
  const words = WORDS[language];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>落实 · ${words.title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="${ui}/swagger-ui.css"><style>${STYLE}${UI_STYLE}</style></head><body>
${top([
  [words.problems, PROBLEMS_PAGE],
  [words.json, '/api/v1/openapi.json'],
  [words.home, '/'],
])}
<div id="description"></div>
<script src="${ui}/swagger-ui-bundle.js"></script><script src="${ui}/start.js"></script></body></html>`;
}
