/** Radicals that stand for a whole character (U+2E81 to U+2EF3, not all of them), and the characters. */
const RADICALS =
  '\u2e81\u2e85\u2e87\u2e88\u2e8a\u2e8c\u2e8d\u2e8e\u2e92\u2e93\u2e97\u2e9c\u2e9d\u2e9e\u2e9f\u2ea0\u2ea7\u2ea9\u2eaa\u2eab\u2eac\u2eae\u2eb6\u2eb7\u2eb8\u2eb9\u2ebb\u2ebc\u2ebd\u2ec1\u2ec4\u2ec5\u2ec6\u2ec7\u2ec9\u2eca\u2ecb\u2ecf\u2ed1\u2ed3\u2ed4\u2ed5\u2ed7\u2ed8\u2ed9\u2eda\u2edb\u2edc\u2edd\u2ee1\u2ee2\u2ee3\u2ee4\u2ee5\u2ee6\u2ee7\u2ee8\u2ee9\u2eea\u2eec\u2eee\u2ef0\u2ef3';
const CHARACTERS =
  '厂亻几刀卜小小兀巳幺心日月歺母民牛王疋目示竹羊羊羊老聿肉臼虎西见角角贝足车邑長长门阜雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾齐齿龙龟';
const RADICAL = /[\u2e80-\u2fdf\uf900-\ufaff]/g;

/**
 * The usual characters for those that only look like them: a font has one sign for ⽔ (a radical) and 水, and programs that
 * make a PDF often write down the former.
 */
export function plainCharacters(text: string): string {
  return text.replace(RADICAL, (sign) => {
    const at = RADICALS.indexOf(sign);
    return at < 0 ? sign.normalize('NFKC') : CHARACTERS.charAt(at);
  });
}
