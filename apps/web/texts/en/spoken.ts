/** What a catalogue must look like in another language: the same names, texts for texts, the same parameters. */
export type Spoken<T> = T extends string
  ? string
  : T extends (...given: infer A) => infer R
    ? (...given: A) => Spoken<R>
    : T extends readonly unknown[]
      ? { readonly [K in keyof T]: Spoken<T[K]> }
      : T extends object
        ? { [K in keyof T]: Spoken<T[K]> }
        : T;

/** All constants of a file of catalogues. */
export type SpokenFile<M> = { [K in keyof M]: Spoken<M[K]> };
