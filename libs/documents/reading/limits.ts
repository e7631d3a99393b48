/** What a file may ask for before it is refused. Sizes in bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_EXPANDED_BYTES = 100 * 1024 * 1024;
/** Ordinary office files expand three to thirty times; small ones with much repetition more, hence the floor. */
export const MAX_EXPANSION_RATIO = 200;
export const RATIO_FLOOR_BYTES = 4 * 1024 * 1024;
export const MAX_ZIP_ENTRIES = 5_000;
export const MAX_ROWS = 50_000;
export const MAX_COLUMNS = 200;
/** Tables in tables beyond this depth are read as plain paragraphs. */
export const MAX_TABLE_DEPTH = 16;
export const MAX_PAGES = 2_000;
/** Characters of all that is read; merged cells that are filled down count as often as they are filled in. */
export const MAX_TEXT = 40_000_000;
/** Elements in elements. Web pages with tags that are never closed reach some thousands. */
export const MAX_DEPTH = 10_000;
