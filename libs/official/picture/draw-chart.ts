import { chartOption, chartSize, type Chart, type ChartSetting } from '#charts';

type ECharts = typeof import('./measured-echarts.js');
let parts: Promise<ECharts> | undefined;

/** ECharts, loaded when the first chart is drawn: who draws none does not pay for it. */
const loaded = (): Promise<ECharts> => (parts ??= import('./measured-echarts.js'));

/** A chart as SVG, for paper and page alike. The same figures give the same bytes, in whatever process and order. */
export async function drawChart(chart: Chart, setting: ChartSetting = {}): Promise<string> {
  const { init } = await loaded();
  const drawing = init(null, null, { renderer: 'svg', ssr: true, ...chartSize(chart, setting) });
  try {
    drawing.setOption(chartOption(chart, setting));
    return plainSvg(drawing.renderToSVGString());
  } finally {
    drawing.dispose();
  }
}

/** Of a Chinese character's middle above the line it stands on, as a part of its size. */
const MIDDLE = 0.36;

/**
 * What programs other than browsers draw alike: no style sheet, no scripts' marks, text on its base line (office programs do not know
 * `dominant-baseline`), and names of patterns that do not count the charts drawn before.
 */
function plainSvg(svg: string): string {
  return svg
    .replace(/<style >[\s\S]*?<\/style>\s*/gu, '')
    .replace(/ (?:class|ecmeta_[a-z_]+|pointer-events|baseProfile)="[^"]*"/gu, '')
    .replace(/((?:id="|url\(#))zr\d+-/gu, '$1')
    .replace(/<text dominant-baseline="central"([^>]*)>/gu, (_, rest: string) => {
      const size = Number(/font-size:([\d.]+)px/u.exec(rest)?.[1] ?? 12);
      const y = Number(/ y="(-?[\d.]+)"/u.exec(rest)?.[1] ?? 0);
      return `<text${rest.replace(/ y="-?[\d.]+"/u, '')} y="${String(Math.round((y + size * MIDDLE) * 100) / 100)}">`;
    });
}
