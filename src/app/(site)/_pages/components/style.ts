/** The whole style of the public section; it travels inside every page, so that a slow phone asks once. */
export const siteStyle = `
@font-face{font-family:"Be Vietnam Pro";src:url(/media/fonts/be-vietnam-pro-regular.ttf);font-weight:400;font-display:swap}
@font-face{font-family:"Be Vietnam Pro";src:url(/media/fonts/be-vietnam-pro-bold.ttf);font-weight:700;font-display:swap}
:root{--ink:#221a16;--soft:#594d45;--paper:#fffaf3;--card:#fff;--line:#e0d3c3;--brand:#0b3c78;--deep:#072b58;--gold:#ffd98a;--link:#0b4a94;--focus:#a3181f}
*{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
html.large{font-size:125%}
html:has(#chu-lon:checked){font-size:137.5%}
html:has(#tuong-phan:checked){--ink:#000;--soft:#000;--paper:#fff;--line:#000;--brand:#001a3d;--deep:#000;--gold:#fff;--link:#00108a}
body{margin:0;background:var(--paper);color:var(--ink);font-family:"Be Vietnam Pro",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;line-height:1.65;overflow-wrap:break-word}
.wide{max-width:68rem;margin:0 auto;padding-left:1rem;padding-right:1rem}
h1,h2,h3,h4{line-height:1.3;margin:1.6em 0 .5em;text-wrap:balance}
h1{font-size:1.5rem;margin-top:.6em}
h2{font-size:1.4rem}
h3{font-size:1.15rem}
h4{font-size:1rem}
p,ul,ol,figure,blockquote{margin:0 0 1.1em}
a{color:var(--link);text-underline-offset:.2em}
a:hover{text-decoration-thickness:.15em}
:focus-visible{outline:3px solid var(--focus);outline-offset:3px;border-radius:4px}
main:focus{outline:none}
img,video,svg{max-width:100%}
img,video{height:auto;display:block;border-radius:10px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.skip{position:absolute;left:1rem;top:-6rem;background:#fff;color:#000;padding:.75rem 1rem;z-index:2}
.skip:focus{top:.5rem}
.top{background:var(--brand);color:#fff;border-bottom:5px solid #ffc145}
.top :focus-visible{outline-color:#fff}
.bar{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.25rem 1.5rem;padding-top:.6rem;padding-bottom:.4rem}
.brand{display:flex;align-items:center;gap:.6rem;min-height:44px;color:#fff;font-weight:700;font-size:1.15rem;line-height:1.25;text-decoration:none}
.brand svg{flex:none}
.aids{display:flex;flex-wrap:wrap;gap:0 1rem;border:0;margin:0;padding:0;font-size:.85rem}
.aids label{display:flex;align-items:center;gap:.45rem;min-height:44px;cursor:pointer}
.aids input{width:1.25rem;height:1.25rem;accent-color:#ffc145;margin:0}
.top nav{background:var(--deep)}
.top ul{list-style:none;margin-top:0;margin-bottom:0;padding-left:.45rem;padding-right:.45rem;display:flex;flex-wrap:wrap;gap:0 .35rem}
.top nav a{display:flex;align-items:center;min-height:44px;padding:0 .55rem;color:#fff;text-decoration:none;font-size:.92rem;border-bottom:4px solid transparent}
.top nav a:hover{text-decoration:underline}
.top nav a[aria-current]{border-color:#ffc145;font-weight:700}
main{padding-top:1rem;padding-bottom:3rem;min-height:55vh}
.welcome{font-size:1.5rem}
.entrances{list-style:none;padding:0;display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr))}
.entrance a{display:flex;flex-direction:column;gap:.35rem;height:100%;padding:1.25rem 1.25rem 1.4rem;border-radius:14px;color:#fff;text-decoration:none;background:var(--brand)}
.entrance.youth a{background:#0b5560}
.entrance.elderly a{background:#9c1c1c}
.entrance .name{font-size:1.45rem;font-weight:700;line-height:1.25}
.entrance .name::after{content:" →"}
.entrance a:hover .name{text-decoration:underline}
.campaign{border-left:6px solid #ffc145;background:#fff1d2;border-radius:0 14px 14px 0;padding:1.1rem 1.25rem;margin:2rem 0}
.campaign p{margin:0}
.campaign .name{font-size:1.2rem;font-weight:700;line-height:1.35}
.campaign .slogan{margin-top:.35rem}
.campaign .tags{margin-top:.35rem}
.kind{margin:0 0 .3rem;color:var(--brand);font-size:.85rem;font-weight:700}
.when{color:var(--soft);font-size:.88rem;margin:0}
.tags{color:var(--soft);font-size:.92rem}
.strong{font-weight:700}
.cards{list-style:none;padding:0;display:grid;gap:1.25rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr))}
.card{position:relative;display:flex;flex-direction:column;background:var(--card);border:1px solid var(--line);border-radius:14px;overflow:hidden}
.card:hover{border-color:var(--brand)}
.card .picture{aspect-ratio:16/9;background:#f1e4d0}
.card .picture img{width:100%;height:100%;object-fit:cover;border-radius:0}
.card .none{display:grid;place-items:center;background:var(--brand);color:#fff;font-size:1.3rem;font-weight:700}
.card .none.clips{background:#0b5560}
.card .none.infographics{background:#9c1c1c}
.card .none.handbooks{background:#8a5a00}
.card .words{display:flex;flex-direction:column;flex:1;padding:1rem 1.1rem 1.1rem}
.card h2,.card h3{font-size:1.12rem;margin:0 0 .45rem}
.card h2 a,.card h3 a{color:var(--ink);text-decoration:none}
.card h2 a:hover,.card h3 a:hover{color:var(--link);text-decoration:underline}
.card h2 a::after,.card h3 a::after{content:"";position:absolute;inset:0}
.card .lead{margin:0 0 .8rem;font-size:.95rem;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;overflow:hidden}
.card .when{margin-top:auto}
article{max-width:44rem;margin:0 auto}
.correction{margin:1em 0;padding:.7em 1em;border:1px solid var(--line);border-left:.4rem solid currentColor;max-width:44rem}
.correction p,.correction ul{margin:.2em 0}
.signature{border-top:1px solid var(--line);padding-top:.8em;color:var(--soft);font-size:.95rem}
.opening{border-bottom:1px solid var(--line);margin-bottom:1.4rem}
.opening h1{margin-top:.1em}
.opening .when{display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;margin-bottom:1rem}
.opening .lead{font-size:1.12rem;font-weight:700}
.body p,.signature{white-space:pre-line}
.body li{margin-bottom:.4em}
blockquote{border-left:5px solid #ffc145;padding:.2rem 0 .2rem 1rem;font-style:normal}
blockquote p{margin:0}
figure{margin:1.5em 0}
figcaption{color:var(--soft);font-size:.88rem;padding-top:.5rem}
figcaption a{display:inline-flex;align-items:center;min-height:44px}
video{width:100%;background:#000;max-height:80vh}
.chapters{background:#fff1d2;border-radius:14px;padding:1rem 1.25rem;margin:1.5rem 0}
.chapters h2{margin:0 0 .3rem;font-size:1.15rem}
.chapters ol{margin:0;padding-left:1.5rem}
.chapters a{display:inline-block;padding:.45rem 0;min-height:44px}
.attachments{list-style:none;padding:0}
.attachments li{margin-bottom:.6rem}
.button{display:inline-flex;align-items:center;min-height:48px;padding:.5rem 1.1rem;border-radius:10px;background:var(--brand);color:#fff;font-weight:700;text-decoration:none}
.button:hover{background:var(--deep);text-decoration:underline}
.related{margin-top:2.5rem;border-top:1px solid var(--line)}
.pager{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;margin-top:1.5rem}
.pager a{display:inline-flex;align-items:center;min-height:44px;font-weight:700}
footer{background:#072b58;color:#f3f6fa;font-size:.9rem;padding:1.5rem 0}
footer p{margin:0 0 .4rem}
footer a{color:var(--gold);display:inline-flex;align-items:center;min-height:44px}
footer :focus-visible{outline-color:#fff}
@media (min-width:48em){h1{font-size:2.2rem}.welcome{font-size:1.9rem}main{padding-top:1.5rem}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{
html{font-size:11pt}
body{background:#fff;color:#000}
.top nav,.aids,.skip,.related,footer,video,.pager{display:none}
.top{background:none;color:#000;border-bottom:1pt solid #000}
.brand{color:#000}
.brand svg{display:none}
article{max-width:none}
.body a::after{content:" (" attr(href) ")"}
figure,li,blockquote{break-inside:avoid}
h1,h2,h3{break-after:avoid}
}
`
