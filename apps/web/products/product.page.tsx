import type { ProductView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import { Answer } from '../components/answer.js';
import { formatInstant } from '../format/date.js';
import { formatPeriod } from '../format/period.js';
import { productText, marks } from '../texts/zh.js';
import { FigureDrawer } from './figure-drawer.js';
import { Paper } from './paper.js';
import './products.css';
import { productQuery } from './queries.js';
import { SaveBar } from './save-bar.js';
import { SidePanel } from './side-panel.js';
import { useEditing } from './use-editing.js';

/** One product: the paper at the left, how it stands at the right. */
export function ProductPage() {
  const { productId } = useParams({ from: '/inside/products/$productId' });
  const product = useQuery(productQuery(productId));
  return <Answer query={product}>{(found) => <Product key={found.id} product={found} />}</Answer>;
}

function Product({ product }: { product: ProductView }) {
  const { figure } = useSearch({ from: '/inside/products/$productId' });
  const navigate = useNavigate({ from: '/products/$productId' });
  const editing = useEditing(product);
  const editable = product.allowedActions.some(({ action }) => action === 'edit');
  const look = (name: string | undefined): void =>
    void navigate({ search: name === undefined ? {} : { figure: name }, replace: true, resetScroll: false });
  return (
    <>
      <title>{`${product.title} · ${product.kindLabel}`}</title>
      <div className="page-head">
        <Link to="/products" search={{}} className="soft">
          ‹ {productText.back}
        </Link>
        <span>
          {product.kindLabel} <span className="soft">{formatPeriod(product.period)}</span>
        </span>
      </div>
      {product.withdrawn === null ? null : (
        <Alert
          type="error"
          showIcon
          className="product-banner"
          title={productText.withdrawnBanner}
          description={`${productText.withdrawn(product.withdrawn.by ?? '', product.withdrawnAt === null ? '' : formatInstant(product.withdrawnAt))}${marks.stop}${productText.reason}${marks.colon}${product.withdrawn.reason}`}
        />
      )}
      <div className="product">
        <div className="product-paper">
          <SaveBar editing={editing} editable={editable} />
          <Paper product={product} editing={editable ? editing : undefined} open={figure} onFigure={look} />
        </div>
        <aside className="product-side" aria-label={productText.panel}>
          <SidePanel product={product} held={editable && editing.unsaved > 0} onFigure={look} />
        </aside>
      </div>
      {figure === undefined ? null : (
        <FigureDrawer product={product} name={figure} onClose={() => look(undefined)} />
      )}
    </>
  );
}
