/**
 * What passwords of Chinese users are often made of, in the order of how often: numbers that sound like words, words in pinyin,
 * the commonest family names and given names, and words of this system. The list of leaked passwords has few of them.
 */
export const CHINESE_HABITS: readonly string[] = (
  '5201314 1314520 520520 1314 520 woaini woaini1314 iloveyou a123456 123456a qwe123 asd123 zxc123 aa123456 abc123 ' +
  'woaiwojia woaimama woaibaba wodemima mima mimashi nihao nihaoma wobuzhidao wozhidao women tamen zhongguo beijing shanghai ' +
  'hunan changsha zhangjiajie wulingyuan guangdong sichuan jiangsu zhejiang shandong henan hubei ' +
  'wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu ' +
  'dong xiao cheng cao yuan deng xu fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren ' +
  'wei fang na min jing lei qiang jun jie tao ming chao xia yong hua ping gang gui ying hui hong mei yun lan feng bin bo ' +
  'zhangwei wangwei wangfang liwei lina zhangmin lijing wangjing liuwei wangxiuying zhangli lixiuying wangli zhangjing ' +
  'zhangsan lisi wangwu zhaoliu xiaoming luoshi ducha duchashi zhengfu gongwu gongzuo renwu jindu xitong guanli guanliyuan ' +
  'qu xian shi sheng zhen jiedao bangongshi bangong dangwei zhengban lianluoyuan kaohe'
).split(' ');
