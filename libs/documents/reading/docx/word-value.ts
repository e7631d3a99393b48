/** An attribute of WordprocessingML, also where a program has written another prefix than the usual `w`. */
export function wordValue(attributes: Readonly<Record<string, string>>, name = 'val'): string {
  const usual = attributes[`w:${name}`];
  if (usual !== undefined) return usual;
  for (const [key, value] of Object.entries(attributes)) if (key.endsWith(`:${name}`)) return value;
  return attributes[name] ?? '';
}
