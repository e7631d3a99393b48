import type { ProductView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useState } from 'react';
import { Answer } from '../components/answer.js';
import { Panel } from '../components/panel.js';
import { formatInstant } from '../format/date.js';
import { productText } from '../texts/zh.js';
import { PaperBlock } from './paper-block.js';
import { versionQuery } from './queries.js';

/** What was done to it, by whom, the latest first, and how it read then. */
export function Versions({ product }: { product: ProductView }) {
  const [seen, see] = useState<number | null>(null);
  const { versions, withdrawn, withdrawnAt } = product;
  return (
    <Panel title={productText.versions} testId="versions">
      <ol className="versions">
        {withdrawn === null ? null : (
          <li className="late">
            {productText.withdrawn(
              withdrawn.by ?? '',
              withdrawnAt === null ? '' : formatInstant(withdrawnAt),
            )}
          </li>
        )}
        {versions.toReversed().map(({ version, act, at, by }) => (
          <li key={version}>
            <span>
              {act.label} <span className="soft">{by ?? productText.bySystem}</span>
            </span>
            <span className="soft small">
              {formatInstant(at)}{' '}
              <button type="button" className="as-link" onClick={() => see(version)}>
                {productText.seeVersion}
              </button>
            </span>
          </li>
        ))}
      </ol>
      {seen === null ? null : <Version id={product.id} version={seen} onClose={() => see(null)} />}
    </Panel>
  );
}

function Version({ id, version, onClose }: { id: string; version: number; onClose: () => void }) {
  const query = useQuery(versionQuery(id, version));
  return (
    <Drawer
      open
      size={720}
      title={productText.versionTitle(version, query.data?.act.label ?? '')}
      onClose={onClose}
      data-testid="version"
    >
      <Answer query={query}>
        {({ title, blocks }) => (
          <article className="official">
            <h1 className="official-title">{title}</h1>
            {blocks.map((block, at) => (
              <PaperBlock key={at} block={block} depth={2} />
            ))}
          </article>
        )}
      </Answer>
    </Drawer>
  );
}
