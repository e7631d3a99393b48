import { PAGE } from '../format/figures.js';
import { jointSizes } from './joint-width.js';

const SONG = `"FZXiaoBiaoSong-B05S","方正小标宋简体","Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC",SimSun,serif`;
const FANG = `"仿宋_GB2312",FangSong,STFangsong,"Noto Serif CJK SC","Noto Serif SC",serif`;
const HEI = `SimHei,"黑体","Noto Sans CJK SC","Noto Sans SC",sans-serif`;
const KAI = `"楷体_GB2312",KaiTi,STKaiti,${FANG}`;

/** How the classes of a written page look, on a screen and printed on A4. One text, so that a policy can name it by its hash. */
export const PAGE_STYLE = `
:root{color-scheme:light}
body{margin:0;background:#eceef1;color:#111}
.official{box-sizing:border-box;max-width:210mm;min-height:297mm;margin:16px auto;padding:${PAGE.topMm}mm 26mm 35mm ${PAGE.leftMm}mm;background:#fff;font:16pt/1.8 ${FANG}}
.official p,.official h1,.official h2,.official h3,.official h4,.official h5{margin:0;font-weight:normal}
.official-mark{text-align:center;color:#c00;font:40pt/1.3 ${SONG};letter-spacing:.04em}
.official-joint{display:flex;justify-content:center;align-items:center;gap:.25em;white-space:nowrap}.official-joint-names span{display:block;text-align-last:justify}
.official-head{container-type:inline-size}${jointSizes('40pt')}
.official-letter .official-mark{border-bottom:4px double #c00}
.official-number{text-align:center;min-height:1.8em;border-bottom:1.5pt solid #c00;padding-bottom:4mm}
.official-upward{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:end;padding-inline:1em}.official-signer{font-family:${KAI}}
.official-letter .official-number{border:0;text-align:right}
.official h1.official-title,.official h2.official-title{margin:1.2em 0 .8em;text-align:center;font:22pt/1.5 ${SONG}}
.official-title-line{display:inline-block}.official-whole{white-space:nowrap}
.official-text,.official-level-1,.official-level-2,.official-level-3,.official-level-4{text-indent:2em;text-align:justify}
.official .official-level-1{font:16pt/1.8 ${HEI}}.official .official-level-2{font:16pt/1.8 ${KAI}}
.official .official-level-3,.official .official-level-4{font:16pt/1.8 ${FANG}}
.official strong{font-family:${HEI};font-weight:normal}
.official-annexes{list-style:none;margin:1.8em 0 0;padding:0 0 0 2em}
.official-signature{margin:2.4em 0 0;text-align:right;padding-right:4em}
.official-annex{margin-top:3em}.official-annex-mark{font-family:${HEI}}
.official-table{width:100%;margin:.6em 0;border-collapse:collapse;font-size:12pt;line-height:1.4}
.official-table caption{padding:.3em}.official-table th,.official-table td{border:.75pt solid #111;padding:2px 5px}
.official-table th{font-family:${HEI};font-weight:normal}
.official-left{text-align:left}.official-center{text-align:center}.official-right{text-align:right}
.official-picture{margin:.6em 0;text-align:center;font-size:12pt}.official-picture img{max-width:100%;height:auto}
.official-foot{margin-top:3em;border-top:1pt solid #111;border-bottom:1pt solid #111;font-size:14pt}
.official-copies{border-bottom:.75pt solid #111;padding:0 1em}.official-printed{display:flex;justify-content:space-between;padding:0 1em}
.official-figure{color:inherit;text-decoration:none}.official-draft .official-figure{background:#e8eef6}.official-edited{background:#fff2c9;color:inherit}
@media print{body{background:none}.official{margin:0;padding:0;max-width:none;min-height:0}.official-annex{break-before:page}.official-table tr{break-inside:avoid}@page{size:A4;margin:${PAGE.topMm}mm 26mm 35mm ${PAGE.leftMm}mm}}
@media (max-width:820px){.official{margin:0;padding:24px 16px;min-height:0;font-size:17px}.official-mark:not(.official-joint){font-size:26px}.official h1.official-title,.official h2.official-title{font-size:21px}.official .official-level-1,.official .official-level-2,.official .official-level-3,.official .official-level-4{font-size:17px}.official-table{display:block;overflow-x:auto}}
`;
