import type { Policy } from '#accountability';
import type { UnitSeed } from '#plan';

/** What a district's notices and products go out under. */
export interface OwnNames {
  /** 发文机关: the supervision office's full name. */
  issuer: string;
  /** The place in 机关代字: 丙甲 of 丙甲督提. */
  numberWord: string;
}

/**
 * The names of a district out of its unit directory: who supervises issues, else who runs plans, else `fallback`; the place's word is the
 * first letters of the city and of the district, as in 张武 of 张家界市武陵源区, unless it is given.
 */
export function ownNames({ units, jurisdiction }: UnitSeed, fallback: string, numberWord?: string): OwnNames {
  const single = units.filter(({ group }) => !group);
  const office =
    single.find(({ functions }) => functions.includes('supervision')) ??
    single.find(({ functions }) => functions.includes('headquarters-office')) ??
    single.find(({ code }) => code === fallback);
  const full = jurisdiction.fullPrefixes.toSorted((a, b) => b.length - a.length)[0] ?? jurisdiction.name;
  const name = office?.name ?? '';
  const city = full.endsWith(jurisdiction.name) ? full.slice(0, -jurisdiction.name.length) : '';
  return {
    issuer: name.startsWith(full)
      ? name
      : full +
        (name.startsWith(jurisdiction.shortPrefix) ? name.slice(jurisdiction.shortPrefix.length) : name),
    numberWord: numberWord ?? city.slice(0, 1) + jurisdiction.name.slice(0, 1),
  };
}

/** The shipped rules without the names of the plan that comes with them: nobody else issues under those. */
export function underOwnNames(shipped: Policy, { issuer, numberWord }: OwnNames): Policy {
  const { numbering, products } = shipped;
  const { ofActions, ...organs } = products.organs;
  const theirs = beginningOf([...Object.values(numbering), ...Object.values(organs)]);
  const own = (word: string): string => numberWord + word.slice(theirs.length);
  return {
    ...shipped,
    issuer,
    numbering: eachValue(numbering, own),
    products: {
      ...products,
      organs: { ...eachValue(organs, own), ofActions: eachValue(ofActions, own) },
      issuers: { ofActions: {} },
    },
  };
}

const eachValue = <T extends Readonly<Record<string, string>>>(words: T, own: (word: string) => string): T =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [key, own(word)])) as T;

/** What all of them begin with. */
function beginningOf([first = '', ...others]: readonly string[]): string {
  let length = first.length;
  for (const one of others) while (!one.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}
