import { endsLikeUnit } from './unit-names.js';

const TITLES =
  '县长|市长|区长|州长|旗长|盟长|镇长|乡长|书记|常委|委员|部长|主任|局长|厅长|处长|科长|股长|所长|站长|院长|校长|馆长|会长|主席|秘书长|总经理|董事长|经理|队长|政委|检察长|指挥长|组长|调研员|专员|村主任|同志|负责人|负责同志|领导|领导同志|主要领导|分管领导|干部|专干|网格员';
/** 副县长 · 分管副市长 · 县政府主要负责同志 · 王某某副县长 */
const ENDS_WITH_TITLE = new RegExp(`(?:${TITLES})(?:（[^（）]*）)?$`, 'u');
/** 副县长王某某 · 县水利局局长 张三 */
const TITLE_THEN_NAME = new RegExp(`(?:${TITLES})[\\u3400-\\u9fff·]{2,4}$`, 'u');
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何罗高林郑梁谢唐许冯宋韩邓彭曹曾田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱江尹薛闫雷侯龙史陶黎贺毛郝顾龚邵万覃武钱戴严莫孔向汤';
const BARE_NAME = new RegExp(`^[${SURNAMES}](?:某{1,2}|[\\u3400-\\u9fff]{1,2})$`, 'u');
/** Short names of units that begin like a surname: 林业, 石油, 金融. */
const SHORT_UNIT =
  /业$|草$|油$|融$|产$|务$|事$|教$|育$|政$|利$|管$|安$|通$|信$|电$|建$|环$|规$|旅$|卫$|健$|保$/u;

/** Is this a person, by title or by the form of the name? People are never units. */
export function looksLikePerson(name: string): boolean {
  const words = name.replace(/\s/g, '').replace(/[:：]?1\d{10}$/u, '');
  if (ENDS_WITH_TITLE.test(words) || TITLE_THEN_NAME.test(words)) return true;
  return BARE_NAME.test(words) && !SHORT_UNIT.test(words) && !endsLikeUnit(words);
}
