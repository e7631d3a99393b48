import type { ProductSummary } from '#contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { BatchButton } from '../batch/batch-button.js';
import type { BatchAsks } from '../batch/batch-props.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { ExportButton } from '../components/export-button.js';
import { PageTitle } from '../components/page-title.js';
import { formatPeriod } from '../format/period.js';
import { SavedFilters } from '../lists/saved-filters.js';
import { useSession } from '../session/use-session.js';
import { productsText } from '../texts/zh.js';
import { ProduceDialog } from './produce-dialog.js';
import { ProductFilters } from './product-filters.js';
import { ProductRow } from './product-row.js';
import { productSearchSchema, queryOf, type ProductSearch } from './product-search.js';
import './products.css';
import { productsQuery } from './queries.js';

const MAKERS = ['headquartersOffice', 'taskForceOffice', 'taskForceConvener', 'supervisor', 'assessor'];

/** Bulletins, reviews, briefs …: what is still to be done by when it is due, what went out from the newest back. */
export function ProductsPage() {
  const search = useSearch({ from: '/inside/products' });
  const navigate = useNavigate({ from: '/products' });
  const makes = useSession().roles.some(({ role }) => MAKERS.includes(role));
  const products = useInfiniteQuery(productsQuery(search, makes));
  const [producing, produce] = useState(false);
  const refine = (change: Partial<Record<keyof ProductSearch, unknown>>): void =>
    void navigate({ search: (old) => ({ ...old, ...change }) as ProductSearch, replace: true });
  const items = products.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="page-head">
        <PageTitle title={productsText.title} />
        <span className="soft" data-testid="product-count">
          {productsText.count(items.length, products.data?.pages[0]?.total ?? null)}
        </span>
        <span className="soft">{productsText.hint}</span>
        <div className="page-actions">
          <ExportButton list="products" query={queryOf(search, makes)} />
          <Batches items={items} />
          {makes ? (
            <Button onClick={() => produce(true)} data-testid="produce">
              {productsText.produce.button}
            </Button>
          ) : null}
        </div>
      </div>
      <section className="panel">
        <div className="list-bar">
          <ProductFilters search={search} makes={makes} onChange={refine} />
          <div className="list-menus">
            <SavedFilters
              list="products"
              schema={productSearchSchema}
              search={search}
              onUse={(next) => void navigate({ search: next })}
            />
          </div>
        </div>
        <Answer query={products}>
          {() =>
            items.length === 0 ? (
              <None search={search} makes={makes} onClear={() => void navigate({ search: {} })} />
            ) : (
              <>
                <Rows items={items.filter(({ acts }) => acts.length > 0)} title={productsText.mine} />
                <Rows items={items.filter(({ acts }) => acts.length === 0)} title={productsText.others} />
                {products.hasNextPage ? (
                  <p className="panel-body">
                    <Button
                      disabled={products.isFetchingNextPage}
                      onClick={() => void products.fetchNextPage()}
                    >
                      {productsText.more}
                    </Button>
                  </p>
                ) : null}
              </>
            )
          }
        </Answer>
      </section>
      {producing ? <ProduceDialog onClose={() => produce(false)} /> : null}
    </>
  );
}

/** What the person can do something about comes first, in the order of the list. */
function Rows({ items, title }: { items: readonly ProductSummary[]; title: string }) {
  if (items.length === 0) return null;
  return (
    <>
      <h2 className="products-of">{title}</h2>
      <ul className="products" data-testid="products">
        {items.map((product) => (
          <ProductRow key={product.id} product={product} />
        ))}
      </ul>
    </>
  );
}

/** The same step on everything that is shown and open to it. */
function Batches({ items }: { items: readonly ProductSummary[] }) {
  const of = (act: ProductSummary['acts'][number]) =>
    items
      .filter(({ acts }) => acts.includes(act))
      .map(({ id, version, title, scopeKind, scopeName, period }) => ({
        id,
        version,
        // What is of a plan has the plan's short name and the period in its title.
        name:
          scopeKind === 'plan' || title.includes(scopeName)
            ? title
            : `${scopeName} ${formatPeriod(period)} ${title}`,
      }));
  const steps = [
    { step: 'issue', act: 'issueProducts' },
    { step: 'review', act: 'reviewProducts' },
    { step: 'acknowledge', act: 'acknowledgeProducts' },
  ] as const;
  return steps.map(({ step, act }) => {
    const things = of(step);
    if (things.length < 2) return null;
    return (
      <BatchButton
        key={step}
        act={act}
        label={productsText.batch[step]}
        things={things}
        consequence={productsText.batchConsequence[step]}
        {...(step === 'issue' && { asks: emptyPublications() })}
        testId={`batch-${step}`}
      />
    );
  });
}

/** As the issue of a single one asks. */
const emptyPublications = (): BatchAsks => ({
  code: 'PublicationEmpty',
  says: productsText.batchEmpty,
  sure: productsText.batchEmptySure,
  input: { publishEmpty: true },
});

function None({ search, makes, onClear }: { search: ProductSearch; makes: boolean; onClear: () => void }) {
  const { view: _view, ...conditions } = search;
  if (Object.values(conditions).some((value) => value !== undefined))
    return (
      <EmptyNote
        title={productsText.noMatch}
        hint={productsText.noMatchHint}
        action={<Button onClick={onClear}>{productsText.clear}</Button>}
      />
    );
  return (
    <EmptyNote title={productsText.none} hint={makes ? productsText.noneMaker : productsText.noneReceiver} />
  );
}
