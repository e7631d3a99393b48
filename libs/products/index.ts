/** The products (domain.md §9): what ledgers, bulletins, reviews, notices and reports say, from facts. Pure. */
export * from './kinds/product-kinds.js';
