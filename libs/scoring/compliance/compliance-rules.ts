/**
 * What central rules on easing the burden of the grass roots forbid as content of an assessment, and how it is told from
 * the words of a rule. The sources are named as they are titled; which of their articles says so is for people to look
 * up.
 */
export interface ComplianceRule {
  code:
    | 'LeaderPraise'
    | 'PublishedArticles'
    | 'TracesAndPhotos'
    | 'MeetingsAndPapers'
    | 'LogInsAndOnlineTime'
    | 'LikesAndForwards'
    | 'CompulsoryPhotos';
  /** What it says in words. */
  what: string;
  basis: string;
  /** Found in any wording of an assessment's content. */
  pattern: RegExp;
}

const RELIEF = '中共中央办公厅、国务院办公厅《整治形式主义为基层减负若干规定》';
const APPS = '国务院办公厅《政务移动互联网应用程序规范化管理办法》';

export const COMPLIANCE_RULES: readonly ComplianceRule[] = [
  {
    code: 'LeaderPraise',
    what: '不得将获得领导批示作为督查检查考核内容',
    basis: RELIEF,
    pattern:
      /批示(?!件|事项|任务|办理|落实|督办|交办).{0,8}(?:加分|计分|得分|记分|数量?|次数|篇|率)|(?:获得?|获取|取得|受到?|得到?).{0,8}(?:批示|圈阅)(?!件|事项|任务|办理|落实|督办|交办)|(?:肯定性|表扬性|领导(?:同志)?|上级|省级|市级|书记|县长|区长|市长|省长|部长)(?:的|肯定性|表扬性)?(?:批示|圈阅)(?!件|事项|任务|办理|落实|督办|交办)|领导(?:同志)?(?:的)?(?:口头|书面)?(?:表扬|肯定)|leader\w*praise|written\w*praise/iu,
  },
  {
    code: 'PublishedArticles',
    what: '不得将在刊物和媒体刊发文章信息、经验做法作为督查检查考核内容',
    basis: RELIEF,
    pattern:
      /(?:刊发|发表|登载|转载|采用|宣传|报道|刊登|投稿|信息报送|简报).{0,8}(?:文章|信息|稿|篇|条|媒体|刊物|简报|加分|计分)|(?:媒体|刊物|报刊|头条).{0,8}(?:刊发|发表|报道|宣传|采用|加分|篇|条)|(?:信息|稿件|简报)(?:采用|录用|刊发)|articles?\b/iu,
  },
  {
    code: 'TracesAndPhotos',
    what: '不得把拍照留痕、工作笔记、台账厚薄作为评判工作优劣的标准',
    basis: RELIEF,
    pattern:
      /留痕|痕迹(?:管理|资料|材料)|(?:照片|图片|截图|视频|拍照|影像).{0,10}(?:分|考核|评分|数量?|张|不少于|得分)|(?:工作|学习)笔记|打卡拍照|photos?\b|traces?\b/iu,
  },
  {
    code: 'MeetingsAndPapers',
    what: '不得把是否开会发文作为评判工作优劣的标准',
    basis: RELIEF,
    pattern:
      /(?:开会|会议|发文|文件|简报)(?:的)?(?:次数|数量|份数|场次|篇数)|(?:是否|有没有|有无)(?:开会|发文)|(?:开会|发文)(?:加分|计分|得分)/u,
  },
  {
    code: 'LogInsAndOnlineTime',
    what: '不得设置打卡签到、积分排名、统计在线时长、强制定期登录等功能，也不得用于考核',
    basis: APPS,
    pattern:
      /登[录陆](?:次数|天数|频次|率|情况|系统|排名|时长)?|在线(?:时长|时间|率)|(?:使用|学习|停留|浏览)时长|打卡|签到(?!.{0,4}任务)|活跃(?:度|率)|日活|安装(?:使用)?率|log-?ins?\b|online\s*(?:time|hours?)/iu,
  },
  {
    code: 'LikesAndForwards',
    what: '不得将点赞量、转发量、关注量、网络投票数作为考评依据',
    basis: APPS,
    pattern: /点赞|转发(?:量|数|率|次数)|阅读量|关注(?:量|数|度排名)|粉丝|网络投票|评论(?:量|数)/u,
  },
];

/** Asked of a form: evidence is by reference, and nobody has to take a picture. */
export const PHOTO_RULE: ComplianceRule = {
  code: 'CompulsoryPhotos',
  what: '非必要不得强制要求基层上传工作照片、视频、截图和轨迹',
  basis: APPS,
  pattern:
    /(?:必须|须|应当?|需要?|强制|至少|不少于|要求).{0,12}(?:照片|图片|截图|视频|拍照|影像|轨迹|定位)|(?:照片|图片|截图|视频|影像|轨迹|定位).{0,12}(?:必填|必传|必须|不少于|至少|[一二三四五六七八九十\d]+张)|(?:photo|picture|image|video|screenshot)s?\W{0,6}(?:required|compulsory|mandatory)|(?:required?|compulsory|mandatory)\W{0,6}(?:photo|picture|image|video|screenshot)/iu,
};
