export const youtube = `
.youtube{background:#fff;font-family:Roboto,Arial,"Noto Sans",sans-serif}
.youtube>h2,.youtube>h1.label{background:#fff;border-bottom:1px solid #ddd}
.youtube>h2 a,.youtube>h1.label{color:#0f0f0f}.youtube>h2 small{color:#525252}
.youtube>h2 a::before,.youtube>h1.label::before{content:"▶";background:#e00000;color:#fff;border-radius:8px;padding:2px 9px;margin-right:8px;font-size:.75em;vertical-align:.12em}
.youtube>h1.label{justify-content:flex-start}
.youtube .grid{display:grid;gap:20px 16px;padding:16px;grid-template-columns:repeat(auto-fill,minmax(min(100%,300px),1fr))}
.previews .youtube .grid{padding:12px}
.youtube article{min-width:0}
.youtube .player{border-radius:12px;overflow:hidden;min-height:120px;display:grid}.youtube .nothing{align-self:center;text-align:center;margin:0;color:#ccc}
.youtube .below{display:flex;gap:12px;margin-top:10px}.youtube .below>div{min-width:0;flex:1}
.youtube .avatar{width:36px;height:36px;background:#7b1fa2}
.youtube article h2,.youtube article h3{font-weight:600;color:#0f0f0f;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
.youtube .verified{background:#5c5c5c}
.youtube .tag{background:#e00000;color:#fff}
.youtube article.hidden,.youtube article.removed{padding:8px;border-radius:12px}
`
