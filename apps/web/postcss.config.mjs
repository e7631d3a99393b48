// Lengths are written in pixels, as they are drawn at the browser's usual size of letters, and built as shares of the root's: the
// whole page grows with it, on a large screen (styles/base.css) and for who has set larger letters in the browser.
// Hairlines stay hairlines. The wall is drawn in parts of the window's width and grows by itself.
const USUAL = 16;
const HAIRLINE = 1;
const LENGTH = /(?<![\w.#-])(\d*\.?\d+)px\b/g;

const growing = {
  postcssPlugin: 'growing-lengths',
  Declaration(declaration) {
    if (declaration.source.input.file?.endsWith('wall.css')) return;
    if (!declaration.value.includes('px')) return;
    const value = declaration.value.replace(LENGTH, (whole, pixels) =>
      Number(pixels) <= HAIRLINE ? whole : `${Number(pixels) / USUAL}rem`,
    );
    if (value !== declaration.value) declaration.value = value;
  },
};

export default { plugins: [growing] };
