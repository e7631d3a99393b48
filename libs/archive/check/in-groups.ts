type Sources<R extends Record<string, unknown>> = {
  [K in keyof R]: [AsyncIterable<R[K]>, (row: R[K]) => string];
};
type Group<R extends Record<string, unknown>> = { [K in keyof R]: R[K][] };

/** Several streams, each in the order of its keys, read side by side: what belongs to one key together, key by key. */
export class InGroups<R extends Record<string, unknown>> {
  readonly #sources: Sources<R>;

  constructor(sources: Sources<R>) {
    this.#sources = sources;
  }

  async *read(): AsyncGenerator<[string, Group<R>]> {
    const names = Object.keys(this.#sources) as (keyof R)[];
    const streams = new Map<keyof R, { next: AsyncIterator<unknown>; row: unknown; key: string | null }>();
    const advance = async (name: keyof R): Promise<void> => {
      const stream = streams.get(name);
      if (stream === undefined) return;
      const next = await stream.next.next();
      stream.row = next.value;
      stream.key = next.done === true ? null : this.#sources[name][1](next.value as R[keyof R]);
    };
    for (const name of names) {
      streams.set(name, { next: this.#sources[name][0][Symbol.asyncIterator](), row: null, key: null });
      await advance(name);
    }
    for (;;) {
      const keys = [...streams.values()].flatMap(({ key }) => (key === null ? [] : [key])).sort();
      const [first] = keys;
      if (first === undefined) return;
      const group = Object.fromEntries(names.map((name) => [name, []])) as unknown as Group<R>;
      for (const name of names)
        for (let stream = streams.get(name); stream?.key === first; await advance(name))
          group[name].push(stream.row as R[keyof R]);
      yield [first, group];
    }
  }
}
