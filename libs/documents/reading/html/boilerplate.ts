const NEVER_READ = new Set(
  'script style noscript template iframe object embed svg math head nav header footer aside form button select textarea'.split(
    ' ',
  ),
);
const FURNITURE =
  /(?:^|[\s_-])(?:nav|menu|breadcrumbs?|crumbs?|position|location|share|bdshare|print|toolbar|footer|foot|header|sidebar|qrcode|ewm|copyright|related|recommend|pager|pagination|prevnext|fontsize|hidden)(?:$|[\s_-])/i;

/** Is this element something of the site, not of the document: menus, share and print links, scripts, what is not shown? */
export function isBoilerplate(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (NEVER_READ.has(name)) return true;
  if (name === 'html' || name === 'body' || name === 'table' || name === 'td') return false;
  if ('hidden' in attributes || /display\s*:\s*none/i.test(attributes['style'] ?? '')) return true;
  return FURNITURE.test(attributes['class'] ?? '') || FURNITURE.test(attributes['id'] ?? '');
}
