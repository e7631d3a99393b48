/** The one style sheet of the site: light, dark is not offered (a page that looks like a paper), print, 390 px and up. */
export const STYLE = `:root{--ink:#1d2129;--quiet:#4e5662;--line:#c9ced6;--accent:#9e1b1b;--link:#0b4f9e;--paper:#fff;--ground:#f4f5f7}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.75 "Noto Sans SC","PingFang SC","Microsoft YaHei","Source Han Sans SC",sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}
a:focus-visible,summary:focus-visible{outline:3px solid #e08a00;outline-offset:2px}
.wide{max-width:64rem;margin:0 auto;padding:0 1rem}
.skip{position:absolute;left:-100rem;background:#fff;padding:.5rem 1rem;z-index:1}
.skip:focus{left:.5rem;top:.5rem}
.top{background:var(--accent);color:#fff}
.top .wide{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.25rem 2rem;padding-top:.75rem;padding-bottom:.75rem}
.site{margin:0;font-size:1.2rem;font-weight:700}
.top ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.top a{color:#fff;display:inline-block;padding:.25rem 0}
.top a[aria-current]{font-weight:700;text-decoration-thickness:3px}
.top a:focus-visible{outline-color:#fff}
main{padding-top:1.25rem!important;padding-bottom:2.5rem!important}
main:focus{outline:none}
.path{margin:0 0 .5rem;color:var(--quiet);font-size:.9rem}
h1{font-size:1.6rem;line-height:1.4;margin:.25rem 0 1rem}
h2{font-size:1.25rem;line-height:1.4;margin:2rem 0 .5rem;padding-left:.6rem;border-left:4px solid var(--accent)}
h3{font-size:1.1rem;margin:1.25rem 0 .25rem}
.quiet{color:var(--quiet)}
.note{background:#fff6e0;border:1px solid #b98a2a;border-left-width:6px;padding:.6rem 1rem;margin:0 0 1rem}
.note p{margin:.2rem 0}
.note.withdrawn{background:#fdecec;border-color:#b3261e}
.panel{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:1rem 1.25rem;margin:0 0 1rem}
.panel h2:first-child,.panel h3:first-child{margin-top:0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;margin:0 0 1rem}
.figures div{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.6rem .9rem}
.figures dt{color:var(--quiet);font-size:.9rem}
.figures dd{margin:0;font-size:1.7rem;font-weight:700;line-height:1.3;font-variant-numeric:tabular-nums}
.figures small{font-size:.9rem;font-weight:400;color:var(--quiet)}
table{width:100%;border-collapse:collapse;background:var(--paper);margin:.5rem 0 1rem}
caption{text-align:left;font-weight:700;padding:.25rem 0}
th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top;min-width:5.3em}
thead th{background:#eceff3}
tbody th{font-weight:400}
time{white-space:nowrap}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
progress{display:block;width:100%;max-width:9rem;height:.6rem;margin:.35rem 0 0;accent-color:var(--accent)}
.files{list-style:none;padding:0;margin:0}
.files li{padding:.4rem 0;border-bottom:1px solid var(--line)}
.files li:last-child{border-bottom:0}
code,.hash{font-family:ui-monospace,Consolas,monospace;font-size:.8rem;color:var(--quiet)}
.bottom{border-top:1px solid var(--line);background:var(--paper);font-size:.9rem;color:var(--quiet)}
.bottom .wide{padding-top:1rem;padding-bottom:1.5rem}
.bottom p{margin:.15rem 0}
.official{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:2rem clamp(1rem,6vw,4.5rem);font-family:"Noto Serif SC","Songti SC",SimSun,serif;line-height:1.9}
.official-head{text-align:center}
.official-mark{color:#c00000;font-size:1.5rem;font-weight:700;letter-spacing:.08em;margin:0 0 .5rem;border-bottom:2px solid #c00000;padding-bottom:.75rem}
.official-number:empty{display:none}
.official-title{text-align:center;font-size:1.35rem;border:0;padding:0;margin:1.5rem 0}
.official-text{text-indent:2em;margin:0}
.official h2:not(.official-title),.official h3,.official h4,.official h5{font-size:1.05rem;border:0;padding:0;margin:.6rem 0 0;text-indent:2em}
.official-signature{text-align:right;margin-top:2rem;padding-right:2em}
.official-signature p,.official-foot p{margin:0}
.official-annexes{list-style:none;padding-left:2em}
.official-foot{border-top:1px solid var(--line);margin-top:2rem;padding-top:.5rem;font-size:.9rem}
.official-printed{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem}
.official-table td{overflow-wrap:normal;min-width:0}
.official-table th{min-width:0}
.official-table td:first-child{white-space:nowrap}
.official-center{text-align:center;white-space:nowrap}
.official-right{text-align:right}
.official-whole{white-space:nowrap}
.official-picture{margin:1rem 0}
.official-picture img{max-width:100%;height:auto}
@media (max-width:40rem){
h1{font-size:1.35rem}
.official-table th,.official-table td{padding:.3rem .35rem;font-size:.85rem}
table.data,table.data tbody,table.data tr,table.data th,table.data td{display:block;border:0}
table.data{background:none}
table.data caption{display:block}
table.data thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.data tr{background:var(--paper);border:1px solid var(--line);border-radius:6px;margin:0 0 .6rem;padding:.4rem .75rem}
table.data tbody th,table.data td{display:grid;min-width:0;grid-template-columns:7rem 1fr;gap:.5rem;padding:.15rem 0;text-align:left;white-space:normal}
table.data tbody th{font-weight:700}
table.data tbody th::before,table.data td::before{content:attr(data-column);color:var(--quiet);font-weight:400}
}
@media print{
body{background:#fff;font-size:10.5pt}
.top{background:none;color:#000;border-bottom:2pt solid #000}
.top nav,.skip,.path{display:none}
.wide{max-width:none;padding:0}
.panel,.official,.figures div{border-color:#999;break-inside:avoid-page}
.official{break-inside:auto;border:0;padding:0}
thead{display:table-header-group}
tr,h2,h3{break-inside:avoid;break-after:auto}
h2,h3{break-after:avoid}
a{color:#000;text-decoration:none}
}
`;
