import { readDocument, serveGuarded } from '#documents';
import { decodeText } from '../decode-text.js';
import { extractBlocks } from './extract-blocks.js';

/** The thread in which a document is read and understood; started by `readPlanDocument`. */
await serveGuarded(async (bytes) => extractBlocks(await readDocument(bytes, decodeText)));
