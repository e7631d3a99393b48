/** A parser reads at a position and gives what it understood and where it ended, or nothing. */
export type Parser<T> = (
  input: string,
  at: number,
) => { readonly value: T; readonly end: number } | undefined;

/** One of the given words; the longest that fits. */
export function word(...words: readonly string[]): Parser<string> {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return (input, at) => {
    const found = longestFirst.find((candidate) => input.startsWith(candidate, at));
    return found === undefined ? undefined : { value: found, end: at + found.length };
  };
}

/** A pattern for what has too many forms to list; it must be sticky. */
export function pattern(form: RegExp): Parser<string> {
  const sticky = new RegExp(form.source, 'uy');
  return (input, at) => {
    sticky.lastIndex = at;
    const match = sticky.exec(input);
    return match ? { value: match[0], end: at + match[0].length } : undefined;
  };
}

/** All of them, one after the other. */
export function sequence<T extends readonly unknown[]>(
  ...parsers: { [K in keyof T]: Parser<T[K]> }
): Parser<T> {
  return (input, at) => {
    const values: unknown[] = [];
    let end = at;
    for (const parser of parsers as readonly Parser<unknown>[]) {
      const result = parser(input, end);
      if (!result) return undefined;
      values.push(result.value);
      end = result.end;
    }
    return { value: values as unknown as T, end };
  };
}

/** The first that fits. */
export function choice<T>(...parsers: readonly Parser<T>[]): Parser<T> {
  return (input, at) => {
    for (const parser of parsers) {
      const result = parser(input, at);
      if (result) return result;
    }
    return undefined;
  };
}

/** As many as there are; each must get further. */
export function many<T>(parser: Parser<T>): Parser<T[]> {
  return (input, at) => {
    const values: T[] = [];
    let end = at;
    for (let result = parser(input, end); result && result.end > end; result = parser(input, end)) {
      values.push(result.value);
      end = result.end;
    }
    return { value: values, end };
  };
}

/** It or nothing. */
export function optional<T>(parser: Parser<T>): Parser<T | undefined> {
  return (input, at) => parser(input, at) ?? { value: undefined, end: at };
}

/** `items` with `separator` between them; at least one. */
export function separated<T>(item: Parser<T>, separator: Parser<unknown>): Parser<T[]> {
  return (input, at) => {
    const first = item(input, at);
    if (!first) return undefined;
    const rest = many(map(sequence<[unknown, T]>(separator, item), ([, value]) => value))(input, first.end);
    return { value: [first.value, ...(rest?.value ?? [])], end: rest?.end ?? first.end };
  };
}

export function map<T, U>(parser: Parser<T>, change: (value: T, start: number, end: number) => U): Parser<U> {
  return (input, at) => {
    const result = parser(input, at);
    return result ? { value: change(result.value, at, result.end), end: result.end } : undefined;
  };
}

/** Looks ahead without reading. */
export function ahead(parser: Parser<unknown>): Parser<undefined> {
  return (input, at) => (parser(input, at) ? { value: undefined, end: at } : undefined);
}

/** The end of the text. */
export const end: Parser<undefined> = (input, at) =>
  at >= input.length ? { value: undefined, end: at } : undefined;
