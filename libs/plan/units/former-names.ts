/**
 * What bodies were called before the reforms of government bodies of 2018 and 2023, and what some places call them
 * instead: the first of a row is today's usual core, the others stand in older documents and on older letterheads.
 */
const FORMER: readonly (readonly string[])[] = [
  ['生态环境', '环境保护', '环保'],
  ['应急管理', '安全生产监督管理', '安监'],
  ['自然资源', '国土资源', '国土'],
  ['自然资源规划', '国土规划', '规划'],
  ['卫生健康', '卫生计划生育', '卫计', '卫生', '计生'],
  ['市场监督管理', '工商行政管理', '工商', '质量技术监督', '质监', '食品药品监督管理', '食药监', '市管'],
  ['农业农村', '农业', '农牧', '畜牧', '农办'],
  ['乡村振兴', '扶贫开发', '扶贫'],
  ['文化旅游', '文化广电新闻出版', '文广新', '文广旅', '文体广旅', '旅游', '文体'],
  ['文化旅游广电体育', '文旅广体', '文体旅', '文广旅体', '文体广旅'],
  ['国防动员', '人民防空', '人防'],
  ['工业信息化', '经济信息化', '经信', '经济贸易', '经贸', '工信科技'],
  ['发展改革', '发展计划', '计划', '物价', '粮食'],
  ['人力资源社会保障', '劳动社会保障', '人事', '劳动'],
  ['水利', '水务'],
  ['林业', '林业草原', '林草', '园林'],
  ['交通运输', '交通'],
  ['住房城乡建设', '建设', '房产', '住保'],
  ['城市管理综合执法', '城市管理行政执法', '城管执法', '城管'],
  ['行政审批服务', '政务服务', '政务管理', '政务'],
  ['数据', '大数据', '数字经济', '政数'],
  ['供电', '电力', '电业'],
  ['商务', '商业', '贸促'],
  ['金融工作', '地方金融监督管理', '金融监管'],
];

/** Cores that a core may stand for besides itself, as bodies are called today or were called. */
export function otherCores(core: string): string[] {
  return [...new Set(FORMER.filter((row) => row.includes(core)).flat())].filter((one) => one !== core);
}
