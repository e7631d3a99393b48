import { common } from '../texts/zh.js';

/** The page's heading, which is also the name of the browser's tab. */
export function PageTitle({ title, code }: { title: string; code?: string }) {
  return (
    <>
      <title>{`${code === undefined ? '' : `${code} `}${title} · ${common.product}`}</title>
      <h1>
        {code === undefined ? null : <span className="number">{code}</span>} {title}
      </h1>
    </>
  );
}
