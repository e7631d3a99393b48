import { ROLES } from '#accountability';
import type { Authorisation } from './authorisation.js';

/** 产品: what was issued goes to everybody whom row-level security shows it; drafts are papers of their makers. */
export const PRODUCT_AUTHORISATION: Readonly<Record<string, Authorisation>> = {
  products: { may: ROLES },
  product: { may: ROLES, of: 'product' },
  productFile: { may: ROLES, of: 'product', params: { format: 'pdf' } },
  noticeFile: { may: ROLES, of: 'notice', params: { format: 'pdf' } },
  productFigures: { may: ROLES, of: 'product' },
  productFigure: { may: ROLES, of: 'product', params: { name: 'tasks.total' } },
  productPage: { may: ROLES, of: 'product' },
  productWallCharts: {
    may: ROLES,
    of: 'product',
    orNotThere: 'a publication has no wall charts',
  },
  productVersion: {
    may: ROLES,
    of: 'product',
    params: { version: '1' },
    orNotThere: 'what a draft was is a paper of the offices: row-level security shows it to no unit',
  },
  productChanges: { may: ['headquartersOffice'], of: 'product' },
  productRelease: { may: ['headquartersOffice'], of: 'product' },
  productReleasePage: { may: ['headquartersOffice'], of: 'product' },
  issuePreview: { may: ['headquartersOffice'], of: 'draftProduct' },
  produceProduct: {
    may: ['headquartersOffice'],
    body: (of) => ({
      ...{ kind: 'dispatchBrief', planId: of.plan ?? '', scopeKind: 'plan', scopeId: of.plan ?? '' },
      period: '2024-04 中旬',
    }),
  },
  editProduct: {
    may: ['headquartersOffice'],
    of: 'draftProduct',
    body: () => ({ blocks: [{ level: 0, text: '按此落实。' }] }),
  },
  actOnProduct: {
    may: ['headquartersOffice'],
    of: 'draftProduct',
    params: { action: 'review' },
    body: () => ({}),
    late: true,
    orNotThere: 'reviewed already by the first',
  },
};
