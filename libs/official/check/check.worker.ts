import { serveGuarded } from '#documents';
import { checkDocx } from './check-docx.js';

await serveGuarded((bytes) => Promise.resolve(checkDocx(bytes)));
