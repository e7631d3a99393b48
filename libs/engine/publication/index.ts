export { previewRelease, type ReleasePreview } from './preview-release.js';
export { publicMark, readPublicSite, releasingDivisions } from './read-public-site.js';
