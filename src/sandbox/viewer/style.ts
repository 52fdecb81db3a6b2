/** Each platform is known by its colour and its shape, so that nobody needs to read the heading. */
export const looks: Readonly<Record<string, { colour: string; mark: string }>> = {
  facebook: { colour: '#1464d8', mark: 'f' },
  zalo: { colour: '#0a63c9', mark: 'Z' },
  youtube: { colour: '#c4170c', mark: '▶' },
  telegram: { colour: '#14789f', mark: '➤' },
}

export const style = `
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,"Noto Sans",sans-serif;background:#eef1f4;color:#16202a;overflow-wrap:anywhere}
a{color:#0b57a8}
header.top{background:#16202a;color:#fff;padding:12px 16px}
header.top h1{font-size:1.15rem;margin:0}header.top h1 a{color:inherit}header.top p a{color:#9fd0ff}header.top p{margin:4px 0 0;font-size:.9rem;color:#d5dde5}
main{padding:12px;display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(min(100%,290px),1fr));align-items:start}
section.wall,section.switches{background:#fff;border-radius:10px;overflow:hidden;border:1px solid #cfd7df}
section.switches{padding:12px 16px;grid-column:1/-1}
.wall>h2{margin:0;padding:10px 14px;color:#fff;background:var(--colour);font-size:1.05rem;display:flex;gap:10px;align-items:center}
.wall>h2 a{color:#fff}
.mark{background:#fff;color:var(--colour);width:32px;height:32px;display:grid;place-items:center;font-weight:800;border-radius:50%;flex:none}
.zalo .mark{border-radius:8px}.youtube .mark{border-radius:8px;width:40px}.telegram .mark{transform:rotate(-20deg)}
article{padding:12px 14px;border-top:1px solid #e1e6eb}
.telegram article{margin:10px;border:0;border-radius:14px 14px 14px 2px;background:#e8f6fc}
.zalo article{border-left:5px solid #0a63c9}
article h3{margin:0 0 4px;font-size:1rem}
.meta{font-size:.83rem;color:#4a5763;margin:0 0 6px}
.text{white-space:pre-line;margin:6px 0;max-height:22rem;overflow:auto}
img,video{display:block;max-width:100%;height:auto;margin:6px 0;border-radius:6px}
.removed,.hidden{outline:2px dashed #9c2b12;outline-offset:-4px;background:#f4f4f4}.state{font-weight:700;color:#9c2b12}
article:target{outline:3px solid #d98a00;outline-offset:-3px}
.counters{list-style:none;display:flex;flex-wrap:wrap;gap:4px 14px;padding:0;margin:6px 0 0;font-size:.85rem;color:#4a5763}
form{display:flex;flex-wrap:wrap;gap:10px;align-items:end}
label{display:grid;gap:2px;font-size:.88rem;min-width:0;flex:1 1 150px}
select,input,button{font:inherit;padding:8px;min-height:44px;border:1px solid #7d8a96;border-radius:6px;width:100%;min-width:0;background:#fff}
button{background:#16202a;color:#fff;flex:1 1 120px;width:auto}
.empty{padding:14px;color:#4a5763;margin:0}
`
