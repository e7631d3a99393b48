/*
 * What runs in the page, as text: commands are compiled without the browser's types. Times are the page's own, from the
 * beginning of its navigation or from the browser's own mark of an event, so that nothing of what drives it is in them.
 */

/** Presses the first thing that matches as soon as it is painted, and remembers when the page has answered by moving on. */
export const pressWhenThere = (selector: string): string => `(() => {
  const told = {};
  let tell;
  globalThis.luoshiOpened = new Promise((resolve) => (tell = resolve));
  const { pushState } = history;
  history.pushState = function (...args) {
    pushState.apply(history, args);
    if (told.painted === undefined || told.answered !== undefined) return;
    told.answered = performance.now();
    tell(told);
  };
  const look = () => {
    const card = document.querySelector(${JSON.stringify(selector)});
    if (card === null || told.shown !== undefined) return;
    told.shown = performance.now();
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => {
      told.painted = performance.now();
      card.click();
    }));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
})()`;

/** Waits for that, and gives the times of both. */
export const OPENED = 'globalThis.luoshiOpened';

/** What came over the network for the page itself, without the API's answers: bytes as they were sent. */
export const BYTES_OF_PAGE = `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .filter(({ name }) => !name.includes('/api/'))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`;

/**
 * Waits for the next key, click or move of the pointer, and from there until what matches says something else and that
 * is painted. With `goal`, until there are so many of them.
 */
export const armFor = (selector: string, goal?: number): string => `(() => {
  const all = () => document.querySelectorAll(${JSON.stringify(selector)});
  const said = () => all()[0]?.textContent ?? '';
  const before = said();
  let tell;
  globalThis.luoshiTook = new Promise((resolve) => (tell = resolve));
  let began;
  const kinds = ['keydown', 'click', 'mousemove'];
  const hear = (event) => {
    began ??= event.timeStamp;
    for (const kind of kinds) removeEventListener(kind, hear, true);
  };
  for (const kind of kinds) addEventListener(kind, hear, true);
  const isDone = () => ${goal === undefined ? 'said() !== before' : `all().length >= ${goal}`};
  const observer = new MutationObserver(() => {
    if (began === undefined || !isDone()) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => tell(performance.now() - began)));
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
})()`;
export const TOOK = 'globalThis.luoshiTook';

/** A page with one button that changes one word: what an act costs of which nothing comes. */
export const BARE_PAGE = `<!doctype html><title>bare</title><button id="press">press</button><p id="word">0</p>
<script>press.onclick = () => { word.textContent = Number(word.textContent) + 1; };</script>`;
/** A page that does nothing but evaluate that file of the build. */
export const barePageOf = (file: string): string => `<!doctype html><title>bare</title>
<script type="module">
globalThis.luoshiOpened = import('${file}').then(() => ({ answered: performance.now() }));
</script>`;
