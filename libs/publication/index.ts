/** The public site: what of issued publications everybody may see, as open data and as pages. Pure. */
export {
  OPEN_DATA_FORMAT,
  openDataBytes,
  openDataJsonSchema,
  openDataSchema,
  readOpenData,
  type OpenData,
  type OpenTenDays,
} from './data/open-data.schema.js';
export { openDataOf, type ReleasedAs, type VerifiedFigures } from './data/open-data-of.js';
export { publicRecord } from './data/public-record.js';
export { listedTasks, namesIn, releaseFaults, type ReleaseFault } from './data/release-faults.js';
export { csvOf, OPEN_TABLES } from './data/open-tables.js';
export { publicSite } from './site/public-site.js';
export { previewPage, PREVIEW_STYLE } from './site/preview-page.js';
export { rootSite } from './site/root-site.js';
export { PUBLIC_CSP } from './site/layout.js';
export { relative, slug } from './site/html.js';
export { planFolder, publicationFolder, publishedPeriods } from './site/periods.js';
export type * from './site/public-site.types.js';
