/**
 * Which parts of a context are names: ids and words that the rules only hand on, compare with one another, or make
 * other names of; they never look into them. Two subjects that differ in such parts alone are equal cases. What is not
 * listed counts as looked at, so that a field that somebody forgets to list costs time and nothing else.
 */
export type NamesIn<Value> =
  NonNullable<Value> extends string
    ? 'name'
    : NonNullable<Value> extends readonly (infer Item)[]
      ? { readonly each: NamesIn<Item> }
      : NonNullable<Value> extends object
        ? {
            readonly in: {
              readonly [Field in keyof NonNullable<Value>]?: NamesIn<NonNullable<Value>[Field]>;
            };
          }
        : never;

/** The same without the type of what it describes. */
export type Names = 'name' | { readonly each: Names } | { readonly in: FieldNames };
export type FieldNames = { readonly [field: string]: Names | undefined };

/** The fields of a context that are names or hold some. */
export type ContextNames<Context> = { readonly [Field in keyof Context]?: NamesIn<Context[Field]> };
