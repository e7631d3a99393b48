/** A figure as charts print it: at most two decimals, no sign of nothing. */
export const printed = (value: number): string => {
  const rounded = Math.round(value * 100) / 100;
  return String(Object.is(rounded, -0) ? 0 : rounded);
};

/** Names with `、` between them. */
export const enumeratedNames = (names: readonly string[], most = 3, counted = '个'): string =>
  names.length <= most
    ? names.join('、')
    : `${names.slice(0, most).join('、')}等${String(names.length)}${counted}`;
