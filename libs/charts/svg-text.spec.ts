import fc from 'fast-check';
import { escapedForXml, shortenedName, svgText } from './index.js';

describe('text in a picture', () => {
  it('can never end its element or an attribute, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(escapedForXml(words)).not.toMatch(/[<>"']/u);
        expect(escapedForXml(words)).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;)/u);
      }),
    );
  });

  it('stands where it was put', () => {
    expect(svgText(1, 2.25, '区教育局 <1>', { size: 11, fill: '#333', anchor: 'end', bold: true })).toBe(
      '<text x="1.0" y="2.3" font-size="11" fill="#333" text-anchor="end" font-weight="bold">区教育局 &lt;1&gt;</text>',
    );
  });

  it('is shortened to what the margin holds', () => {
    expect(shortenedName('区文化旅游广电体育局机关')).toBe('区文化旅游广电体育局机关');
    expect(shortenedName('区文化旅游广电体育局机关党委')).toBe('区文化旅游广电体育局机…');
  });
});
