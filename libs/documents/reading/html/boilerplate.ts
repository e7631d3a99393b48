type Attributes = Readonly<Record<string, string>>;

const NEVER_READ = new Set(
  'script style noscript template iframe object embed svg math head nav header footer aside form button select textarea'.split(
    ' ',
  ),
);
const FURNITURE =
  /(?:^|[\s_-])(?:nav|menu|breadcrumbs?|crumbs?|position|location|share|bdshare|bdsharebuttonbox|social|print|toolbar|tools|footer|foot|header|sidebar|qrcode|ewm|erweima|copyright|related|recommend|pager|pagination|prevnext|fontsize|hidden)(?:$|[\s_-])/i;

/** Is this an element that is never part of a document: scripts, forms, pictures, what is not shown? */
export function isNeverRead(name: string, attributes: Attributes): boolean {
  if (NEVER_READ.has(name)) return true;
  if (name === 'html' || name === 'body') return false;
  return 'hidden' in attributes || /display\s*:\s*none/i.test(attributes['style'] ?? '');
}

/** Does the element's name say that it is the site's: menus, share and print links? Names may deceive. */
export function isNamedFurniture(name: string, attributes: Attributes): boolean {
  if (name === 'html' || name === 'body' || name === 'table' || name === 'td') return false;
  return FURNITURE.test(attributes['class'] ?? '') || FURNITURE.test(attributes['id'] ?? '');
}

const LINE_PATTERNS: readonly RegExp[] = [
  /^[[【「(（]?(?:打印(?:本页|页面|此页)?|关闭(?:窗口|本页|页面)?|收藏(?:本页)?|分享(?:到)?|返回(?:顶部|首页|列表|上一页)?|纠错|字体|大|中|小|字号|页面打印|关闭页面)[\]】」)）:：]?(?:[\s|｜/·\u00a0\u3000]*[[【「(（]?(?:打印(?:本页|页面)?|关闭(?:窗口|本页|页面)?|收藏(?:本页)?|分享(?:到)?|返回(?:顶部|首页|列表)?|大|中|小|微信|微博|QQ空间)[\]】」)）:：]?)*$/,
  /^(?:扫一扫|扫码|微信扫|手机扫)[^。；]{0,30}$/,
  /^(?:上|下|前|后)一(?:篇|条|页)(?:[:：\s].*)?$/,
  /^(?:您|你)?(?:现在)?(?:的|所在)?(?:当前)?位置(?:是)?[:：]/,
  /^首页\s*[>＞»/]/,
  /^(?:浏览|阅读|点击|访问)(?:次数|量|数|率)?[:：]?\s*\d*\s*次?$/,
  /^(?:信息|文章|稿件)?(?:来源|发布时间|发布日期|发布机构|责任编辑|编辑|作者|审核|字体|字号)[:：][^。；]{0,40}(?:(?:发布|更新)?(?:时间|日期)|浏览|点击|阅读|字体|字号|打印|来源|作者|编辑)[^。；]{0,60}$/,
  /^【?(?:责任编辑|编辑|审核|校对)[:：][^。；]{0,20}$/,
  /^【?字(?:体|号)[:：]/,
  /^(?:版权所有|网站标识码|.{0,4}ICP备|.{0,2}公网安备)/i,
];

/** Is a line of running text something that only a web page says: print and share links, the next article, a counter? */
export function isPageLine(line: string): boolean {
  const text = line.replace(/[\s\u00a0\u3000]+/g, ' ').trim();
  return text.length <= 120 && LINE_PATTERNS.some((pattern) => pattern.test(text));
}
