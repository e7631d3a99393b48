import { escapedForXml } from '#charts';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its content, which is XML already. Attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes = {}, ...content: readonly string[]): string {
  let open = name;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) open += ` ${key}="${escapedForXml(String(value))}"`;
  const inner = content.join('');
  return inner === '' ? `<${open}/>` : `<${open}>${inner}</${name}>`;
}

/** An element whose only attribute is `w:val`. */
export const valued = (name: string, value: string | number): string => element(name, { 'w:val': value });

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const NAMESPACES: Attributes = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
