/** Where a chart is shown. `print` is white paper that may come out of a black-and-white printer. */
export type Ground = 'print' | 'light' | 'dark';

/** How a chart is drawn; everything has a default, that of a picture as wide as the type area of an official document. */
export interface ChartSetting {
  /** Pixels. 624 is the type area of 156 mm at 4 pixels a millimetre. */
  readonly width?: number;
  /** Pixels of a Chinese character; nothing in a chart is smaller. 13 is 9.2 points on paper. */
  readonly fontSize?: number;
  readonly ground?: Ground;
  /** The words that charts bring along; another language gives its own. */
  readonly words?: Partial<ChartWords>;
}

/** Words in the drawing itself; names of rows and columns come with the figures. */
export interface ChartWords {
  readonly reported: string;
  readonly expected: string;
  readonly onTrack: string;
  readonly below: string;
  readonly behind: string;
  readonly seriouslyBehind: string;
  readonly closed: string;
  readonly unreported: string;
  readonly undispatched: string;
  readonly points: (lag: string) => string;
  readonly fresh: string;
  readonly unchanged: string;
  readonly target: string;
  readonly first: string;
  readonly reading: string;
  readonly reached: string;
  readonly short: string;
  readonly unread: string;
  readonly nothing: string;
}

export const CHINESE: ChartWords = {
  reported: '已报进度',
  expected: '序时进度',
  onTrack: '达到序时',
  below: '平均低于序时',
  behind: '滞后',
  seriouslyBehind: '严重滞后',
  closed: '已销号',
  unreported: '未报进度',
  undispatched: '未下发',
  points: (lag) => `差${lag}点`,
  fresh: '新',
  unchanged: '平',
  target: '目标',
  first: '首次读数',
  reading: '最近读数',
  reached: '达到',
  short: '未达到',
  unread: '尚无读数',
  nothing: '没有可以画的数据',
};

/** The setting with its defaults. */
export interface Drawn {
  readonly width: number;
  readonly fontSize: number;
  readonly words: ChartWords;
  readonly look: Look;
}

/** Colours of a ground. Fills differ in lightness and in hatching, never in hue alone. */
export interface Look {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  /** Of the mark of what was expected, of a target. */
  readonly mark: string;
  readonly fills: Readonly<Record<Fill, string>>;
}

export type Fill = 'closed' | 'onTrack' | 'behind' | 'seriouslyBehind' | 'unreported' | 'undispatched';

const PRINT: Look = {
  paper: '#ffffff',
  ink: '#000000',
  soft: '#333333',
  rule: '#bfbfbf',
  mark: '#000000',
  fills: {
    closed: '#1d3b5c',
    onTrack: '#6f9bc4',
    behind: '#f6c667',
    seriouslyBehind: '#e2725b',
    unreported: '#e3e3e3',
    undispatched: '#ffffff',
  },
};

const LOOKS: Readonly<Record<Ground, Look>> = {
  print: PRINT,
  light: PRINT,
  dark: {
    paper: '#10151c',
    ink: '#ffffff',
    soft: '#d5dbe3',
    rule: '#4a5563',
    mark: '#ffffff',
    fills: {
      closed: '#3f7fbf',
      onTrack: '#8dc0ee',
      behind: '#ffd36b',
      seriouslyBehind: '#ff8069',
      unreported: '#5a6470',
      undispatched: '#10151c',
    },
  },
};

export const drawnWith = ({
  width = 624,
  fontSize = 13,
  ground = 'print',
  words,
}: ChartSetting = {}): Drawn => ({
  width,
  fontSize,
  words: { ...CHINESE, ...words },
  look: LOOKS[ground],
});

/** The typeface of charts: the 黑体 of who draws them. Unquoted, as ECharts writes it into an attribute as it is. */
export const CHART_FACE = '黑体, SimHei, Noto Sans SC, Microsoft YaHei, sans-serif';
