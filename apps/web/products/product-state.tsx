import type { ProductSummary } from '#contract';

const KINDS: Readonly<Record<ProductSummary['state'], string>> = {
  draft: 'waiting',
  reviewed: 'running',
  issued: 'done',
  withdrawn: 'trouble',
  abandoned: 'idle',
};

/** State of a product: the word is what counts, the dot helps the eye. */
export const ProductState = ({ state, label }: { state: ProductSummary['state']; label: string }) => (
  <span className={`state state-${KINDS[state]}`}>{label}</span>
);
