import { textsOf } from '../testing/texts-of.js';

const read = (html: string): Promise<string[]> => textsOf(new TextEncoder().encode(html));
const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const A = '一、整治河道。年底前清淤五公里，由县水利局牵头，县财政局配合，每季度通报一次。';
const B = '二、修通水渠。六月底前完成勘测，年底前完成主体工程，由县水利局负责，各乡镇配合。';
const MENU = Array.from({ length: 30 }, (_, i) => `<li><a href="/${i}">政务公开栏目之${i}</a></li>`).join('');

describe('the document of a web page', () => {
  it.each([
    ['<div id="UCAP-CONTENT">', '</div>'],
    ['<UCAPCONTENT>', '</UCAPCONTENT>'],
    ['<div class="article"><div class="view TRS_UEDITOR trs_paper_default">', '</div></div>'],
    ['<div class=TRS_Editor><div class="Custom_UnionStyle">', '</div></div>'],
    ['<table><tr><td class="b12c" id="zoom">', '</td></tr></table>'],
    ['<div class="pages_content"><table><tr><td>', '</td></tr></table></div>'],
    ['<div id="js_content" style="visibility: hidden">', '</div>'],
    ['<div class="nobody-knows"><div><div>', '</div></div></div>'],
  ])('is found in %s', async (open, close) => {
    const body = `<div class="top"><ul>${MENU}</ul></div><div>当前位置：首页 &gt; 通知</div>
      ${open}<p style="text-indent:2em">&nbsp;&nbsp;${A}</p><p>&#12288;&#12288;${B}</p>${close}
      <div><span>扫一扫在手机打开当前页</span></div><div class="foot"><p>主办单位：河西县人民政府办公室</p></div><!-- ${A} -->`;
    const texts = (await read(page(body))).map((text) => text.trim());
    expect(texts).toEqual([A, B]);
  });

  it('has no print links, share links, counters and neighbours, wherever they stand', async () => {
    const body = `<div class="content"><h2>河西县兴水行动方案</h2>
      <div>信息来源：县政府办&nbsp;&nbsp;发布时间：2025-03-01 10:20&nbsp;&nbsp;浏览次数：128次 字体：大 中 小</div>
      <p>${A}</p><p>${B}</p><p>附件：重点任务分工表</p><p>【打印本页】【关闭窗口】</p><p>打印 | 关闭</p><p>分享到：微信 微博</p>
      <p>责任编辑：张三</p><p>上一篇：关于清明放假的通知</p><p>下一篇：没有了</p><p>扫一扫，手机浏览</p><p>浏览量：128</p></div>`;
    expect(await read(page(body))).toEqual(['河西县兴水行动方案', A, B, '附件：重点任务分工表']);
  });

  it('is kept whole where names deceive: a part for printing that holds all of it', async () => {
    const body = `<div id="print-area"><h1>河西县兴水行动方案</h1><p>${A}</p><p>${B}</p></div>`;
    expect(await read(page(body))).toEqual(['河西县兴水行动方案', A, B]);
  });

  it('keeps what stands in several parts of one name, and the annex beside them', async () => {
    const two = `<div class="TRS_Editor"><p>${A}</p></div><div class="TRS_Editor"><p>${B}</p></div>`;
    expect(await read(page(`<p>首页</p>${two}`))).toEqual([A, B]);
    const annex = `<div class="l"><p>${A}</p></div><div class="r"><p>${B}</p></div>`;
    expect(await read(page(annex))).toEqual([A, B]);
  });

  it('has its title from outside of its part, and its number from the card of the catalogue', async () => {
    const card = `<table><tr><td>索 引 号：</td><td>430811/2025-001</td><td>主题分类：</td><td>水利</td></tr>
      <tr><td>发布机构：</td><td>县政府办</td><td>发文字号：</td><td>河政发〔2025〕3号</td></tr></table>`;
    const meta = '<meta name="ArticleTitle" content="河西县兴水行动方案">';
    const body = `<div class="wrap">${card}<div id="zoom"><p>${A}</p><p>${B}</p></div></div>`;
    expect(await read(page(body, meta))).toEqual(['河西县兴水行动方案', A, B]);
    const inside = `<div id="zoom">${card}<p>${A}</p><p>${B}</p></div>`;
    expect(await read(page(inside, meta))).toEqual(['河西县兴水行动方案', '河政发〔2025〕3号', A, B]);
    const there = `<div id="zoom"><p>《河西县兴水行动方案》</p><p>${A}</p></div>`;
    expect(await read(page(there, meta))).toEqual(['《河西县兴水行动方案》', A]);
    const heading = `<div><h1>河西县兴水行动方案</h1></div><div id="zoom"><p>${A}</p><p>${B}</p></div>`;
    expect(await read(page(heading))).toEqual(['河西县兴水行动方案', A, B]);
  });

  it('may be written with line breaks, in tables that hold the page together, or without a page around it', async () => {
    const breaks = `<td>&nbsp;&nbsp;${A}<br />&nbsp;&nbsp;${B}<br><br></td>`;
    const [text = ''] = await read(page(`<table><tr>${breaks}</tr></table>`));
    expect(text.split('\n').map((line) => line.trim())).toEqual([A, B]);
    expect(await read(`<p>${A}</p>\n<p><span style="font-family:仿宋">${B}</span></p>`)).toEqual([A, B]);
    expect(await read(`<h2>方案</h2><ol><li>${A}</li><li>${B}</li></ol>`)).toEqual(['方案', A, B]);
  });

  it('runs nothing and opens nothing: no scripts, pictures, frames, entities of its own', async () => {
    const bomb = '<!DOCTYPE html [<!ENTITY a "啊啊啊啊"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const svg = '<svg><text>图</text><foreignObject><p>图中</p></foreignObject></svg>';
    const body = `<p>${A}&a;&x;</p><script>document.write("写")</script><noscript>无</noscript><iframe src="file:///etc/passwd">框</iframe>
      ${svg}<object data="x">物</object><p onclick="x()">${B}</p>`;
    const texts = await read(`${bomb}<html><body>${body}</body></html>`);
    expect(texts.map((text) => text.replace(/^\]>\s*/, '')).filter(Boolean)).toEqual([`${A}&a;&x;`, B]);
  });

  it('may have been saved with its pictures as one file', async () => {
    const html = page(`<div id="zoom"><p>${A}</p><p>${B}</p></div>`);
    const quoted = Array.from(new TextEncoder().encode(html), (byte) =>
      byte < 33 || byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    ).join('');
    const saved = (encoding: string, content: string): string =>
      [
        'From: <Saved by Blink>',
        'Snapshot-Content-Location: http://www.hexi.gov.cn/a.html',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related;',
        '\ttype="text/html";',
        '\tboundary="----MultipartBoundary--x----"',
        '',
        '------MultipartBoundary--x----',
        'Content-Type: text/html',
        `Content-Transfer-Encoding: ${encoding}`,
        '',
        content,
        '------MultipartBoundary--x----',
        'Content-Type: image/png',
        'Content-Transfer-Encoding: base64',
        '',
        'iVBORw0KGgo=',
        '------MultipartBoundary--x------',
      ].join('\r\n');
    expect(
      await read(
        saved(
          'quoted-printable',
          quoted.replace(/.{70}(?![0-9A-F]{0,2}$)/g, (line) => (/=.?$/.test(line) ? line : `${line}=\r\n`)),
        ),
      ),
    ).toEqual([A, B]);
    expect(await read(saved('base64', Buffer.from(html).toString('base64')))).toEqual([A, B]);
    expect(await read('MIME-Version: 1.0\r\n一、整治河道')).toEqual(['MIME-Version: 1.0\r\n一、整治河道']);
  });
});
