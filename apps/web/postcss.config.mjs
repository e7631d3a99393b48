// Lengths are written in pixels, as they are drawn at the browser's usual size of letters, and built as shares of the root's: the
// whole page grows with it, on a large screen (styles/base.css) and for who has set larger letters in the browser.
// Hairlines stay hairlines. The wall is drawn in parts of the window's width and grows by itself; on a telephone it is as other pages.
//
// Where a page is laid out in another way (`@media`) is counted in letters of the browser's own size: with letters half as large
// again, a window of 1,440 has room for what one of 960 has, and is laid out as that.
const USUAL = 16;
const HAIRLINE = 1;
const LENGTH = /(?<![\w.#-])(\d*\.?\d+)px\b/g;

const inUnit = (value, unit) =>
  value.replace(LENGTH, (whole, pixels) =>
    Number(pixels) <= HAIRLINE ? whole : `${Number(pixels) / USUAL}${unit}`,
  );
const isWithinNarrow = (node) =>
  node !== undefined &&
  ((node.name === 'media' && node.params.includes('max-width')) || isWithinNarrow(node.parent));

const growing = {
  postcssPlugin: 'growing-lengths',
  AtRule: {
    media(rule) {
      const params = inUnit(rule.params, 'em');
      if (params !== rule.params) rule.params = params;
    },
  },
  Declaration(declaration) {
    if (declaration.source.input.file?.endsWith('wall.css') && !isWithinNarrow(declaration.parent)) return;
    if (!declaration.value.includes('px')) return;
    const value = inUnit(declaration.value, 'rem');
    if (value !== declaration.value) declaration.value = value;
  },
};

export default { plugins: [growing] };
