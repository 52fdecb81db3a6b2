/** The frame, forms, and what every wall shares. */
export const base = `
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,"Segoe UI","Noto Sans",sans-serif;background:#eef1f4;color:#16202a;overflow-wrap:anywhere}
a{color:#0b57a8}
:focus-visible{outline:3px solid #d98a00;outline-offset:2px}
h1{font-size:1.4rem;line-height:1.25;margin:0 0 12px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:#fff;padding:8px 12px;z-index:9}
header.top{background:#16202a;color:#fff;padding:10px 16px;display:flex;flex-wrap:wrap;gap:4px 20px;align-items:center}
.brand{font-weight:700;margin:0}
header.top nav{display:flex;flex-wrap:wrap;gap:4px}
header.top nav a{color:#cfe4ff;padding:10px;min-height:44px;border-radius:6px;text-decoration:none}
header.top nav a:hover{text-decoration:underline}header.top nav a[aria-current]{background:#33465a;color:#fff;font-weight:600}
.note{margin:0;font-size:.88rem;color:#d5dde5}
main{padding:16px;max-width:1440px;margin:0 auto}
.previews{display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));align-items:start}
section.wall{border-radius:12px;overflow:hidden;border:1px solid #c4cdd6}
.icon{vertical-align:-.15em;flex:none}
.wall>h2,.wall>h1.label{margin:0;padding:10px 14px;font-size:1.05rem;display:flex;gap:8px;align-items:baseline;justify-content:space-between}
.wall>h2 a,.wall>h1.label{color:#fff;text-decoration:none}.wall>h2 a{padding:6px 0}.wall>h2 a:hover{text-decoration:underline}.wall>h2 small{font-weight:400;color:#fff}
.wall h3,.wall article h2{margin:0;font-size:1rem;line-height:1.35}
.accounts{display:flex;flex-wrap:wrap;gap:8px;padding:10px 14px;background:#fff;border-bottom:1px solid #d5dce3}
.accounts a{padding:8px 12px;min-height:44px;border:1px solid #b4bfca;border-radius:22px;text-decoration:none;color:#16202a}.accounts a[aria-current]{background:#16202a;color:#fff}
.avatar{width:40px;height:40px;border-radius:50%;flex:none;display:grid;place-items:center;font-weight:700;color:#fff;background:#45525e;object-fit:cover}
.verified{background:#0a66c2;color:#fff;border-radius:50%;font-size:.62em;padding:.15em .4em;vertical-align:middle}
.meta{font-size:.84rem;color:#525c66;margin:2px 0;overflow-wrap:anywhere}
.text{white-space:pre-line;margin:6px 0}
.empty{padding:14px;color:#45525e;margin:0}
img,video{display:block;max-width:100%}
article:target{outline:3px solid #d98a00;outline-offset:-3px}
.state{margin:0 0 8px;padding:6px 10px;background:#fdeee9;color:#8a2309;font-weight:600;border-left:4px solid #b23a1a}
article.hidden,article.removed{background:#f1f1f1}
.pictures{display:grid;gap:3px;position:relative;grid-template-columns:1fr 1fr}
.pictures a,.pictures img{display:block;width:100%;height:100%}.pictures img{object-fit:cover;aspect-ratio:1}
.pictures.n1{grid-template-columns:1fr}.pictures.n1 img{aspect-ratio:auto;height:auto}
.pictures.n3 a:first-child{grid-row:span 2}
.pictures.n5{grid-template-columns:repeat(6,1fr)}.pictures.n5 a{grid-column:span 2}.pictures.n5 a:nth-child(-n+2){grid-column:span 3}
.pictures .rest{position:absolute;right:0;bottom:0;width:33.3%;aspect-ratio:1;display:grid;place-items:center;background:#000a;color:#fff;font-size:1.5rem;pointer-events:none}
.player{position:relative;background:#0f0f0f;color:#fff}.player video{width:100%;aspect-ratio:16/9;object-fit:contain}
.duration{position:absolute;right:8px;top:8px;background:#000d;color:#fff;font-size:.8rem;border-radius:4px;padding:1px 6px;pointer-events:none}
.document{display:block;margin:6px 0;padding:10px;border:1px solid #c4cdd6;border-radius:8px;background:#fff}
.comments{list-style:none;margin:8px 0 0;padding:0}.comments li{background:#f0f2f5;border-radius:16px;padding:6px 12px;margin-top:6px;width:fit-content;max-width:100%}
details.more>summary,details.acts>summary{cursor:pointer;color:#3c4752;font-weight:600;padding:10px 0;min-height:44px}
details.acts{border-top:1px dashed #b4bfca;margin-top:8px}
details.acts form{display:flex;flex-wrap:wrap;gap:8px;padding:4px 0}details.acts label{flex:1 1 160px}
form.fields{display:flex;flex-wrap:wrap;gap:12px;align-items:end}
label{display:grid;gap:2px;font-size:.9rem;min-width:0}form.fields label{flex:1 1 160px}form.fields label.wide{flex:2 1 300px}
select,input,button{font:inherit;padding:8px 10px;min-height:44px;border:1px solid #6b7884;border-radius:6px;width:100%;min-width:0;background:#fff;color:#16202a}
button{background:#16202a;color:#fff;width:auto;cursor:pointer;border-color:#16202a}button:hover{background:#33465a}
button.calm{background:#fff;color:#16202a}button.calm:hover{background:#e8edf2}
.panel{background:#fff;border:1px solid #c4cdd6;border-radius:12px;padding:14px 16px;margin:0 0 16px}.panel>h2{font-size:1.15rem;margin:0 0 8px}.panel>h3{font-size:1rem;margin:14px 0 6px}
.panel.on{border:2px solid #b23a1a}
.quick{display:grid;gap:8px 16px;grid-template-columns:repeat(auto-fill,minmax(min(100%,280px),1fr));padding:0;margin:0;list-style:none}.quick button{width:100%;text-align:left;height:100%}
.rows{list-style:none;margin:0;padding:0}.rows>li{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;justify-content:space-between;padding:8px 0;border-top:1px solid #e1e6eb}
.rows form{display:flex;gap:8px;align-items:end}.rows input{width:8rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;padding:6px 10px;border-top:1px solid #e1e6eb;vertical-align:top}td:first-child,th:first-child{padding-left:0}td time,td code{white-space:nowrap}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:2px 14px;margin:8px 0}dl.facts dt{font-weight:600}dl.facts dd{margin:0}
code{font:.92em ui-monospace,Consolas,monospace;background:#eef1f4;padding:1px 4px;border-radius:4px}
@media(max-width:480px){main{padding:10px}dl.facts{grid-template-columns:1fr}dl.facts dd{margin-bottom:8px}header.top{padding:8px 10px}.rows form{width:100%}.rows input{flex:1}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`
