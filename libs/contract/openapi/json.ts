export type Json = Record<string, unknown>;

/** A component needs neither dialect nor id of its own. */
export function plain(schema: object): Json {
  const { $schema: _dialect, $id: _id, id: _name, ...rest } = schema as Json;
  return rest;
}
