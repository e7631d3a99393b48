import type { ProductView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Answer } from '../components/answer.js';
import { Panel } from '../components/panel.js';
import { formatInstant } from '../format/date.js';
import { productText } from '../texts/zh.js';
import { PaperBlock } from './paper-block.js';
import { versionQuery } from './queries.js';

/** What was done to it, by whom, the latest first, and how it read then. */
export function Versions({ product }: { product: ProductView }) {
  const [seen, see] = useState<number | null>(null);
  const [compared, compare] = useState<number | null>(null);
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
              {version === versions[0]?.version ? null : (
                <>
                  {' '}
                  <button type="button" className="as-link" onClick={() => compare(version)}>
                    {productText.compareVersion}
                  </button>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
      {seen === null ? null : <Version id={product.id} version={seen} onClose={() => see(null)} />}
      {compared === null ? null : (
        <ComparedVersions product={product} later={compared} onClose={() => compare(null)} />
      )}
    </Panel>
  );
}

const VersionChanges = lazy(async () => ({
  default: (await import('./version-changes.js')).VersionChanges,
}));

interface ComparedProps {
  product: ProductView;
  later: number;
  onClose: () => void;
}

/** The text of a step against that of an earlier one: at first the one before it, then whichever is chosen. */
function ComparedVersions({ product: { id, versions }, later, onClose }: ComparedProps) {
  const earlier = versions.filter(({ version }) => version < later);
  const [chosen, choose] = useState(earlier.at(-1)?.version ?? later);
  const before = useQuery(versionQuery(id, chosen));
  const after = useQuery(versionQuery(id, later));
  const named = ({ act, at, by }: ProductView['versions'][number]): string =>
    productText.versionOption(act.label, formatInstant(at), by ?? productText.bySystem);
  const own = versions.find(({ version }) => version === later);
  return (
    <Drawer
      open
      size="min(45rem, 100vw)"
      title={productText.compareTitle(own === undefined ? '' : named(own))}
      onClose={onClose}
      data-testid="compared"
    >
      <label className="compare-with">
        {productText.compareWith}
        <select value={chosen} onChange={({ target }) => choose(Number(target.value))}>
          {earlier.toReversed().map((one) => (
            <option key={one.version} value={one.version}>
              {named(one)}
            </option>
          ))}
        </select>
      </label>
      <Answer query={before}>
        {(from) => (
          <Answer query={after}>
            {(to) => (
              <Suspense fallback={null}>
                <VersionChanges before={from} after={to} />
              </Suspense>
            )}
          </Answer>
        )}
      </Answer>
    </Drawer>
  );
}

function Version({ id, version, onClose }: { id: string; version: number; onClose: () => void }) {
  const query = useQuery(versionQuery(id, version));
  return (
    <Drawer
      open
      size="min(45rem, 100vw)"
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
