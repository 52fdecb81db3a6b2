export const zalo = `
.zalo{background:#e9eff6}
.zalo>h2,.zalo>h1.label{background:#0059db}
.zalo .account{display:flex;gap:12px;align-items:center;padding:14px;background:linear-gradient(160deg,#0059db,#0a7ad1);color:#fff}
.zalo .account .avatar{width:52px;height:52px;border-radius:16px;background:#fff;color:#0059db;font-size:1.3rem}
.zalo .account .name{font-weight:700;margin:0}.zalo .account .meta{color:#fff}.zalo .account>div{flex:1}
.zalo .account .verified{background:#fff;color:#0059db}
.zalo .follow{border:1px solid #fff;border-radius:20px;padding:4px 14px;font-size:.9rem}
.zalo article{background:#fff;margin:0 0 8px;display:grid;grid-template-columns:1fr 112px;gap:12px;padding:12px 14px;align-items:start}
.zalo article>.state{grid-column:1/-1}
.zalo article .cover{order:2;width:112px;aspect-ratio:16/9;object-fit:cover;border-radius:6px}
.zalo .account+article{grid-template-columns:1fr;padding:0 0 12px}
.zalo .account+article .cover{order:0;width:100%;border-radius:0}.zalo .account+article .words{padding:0 14px}.zalo .account+article>.state{margin:0}
.zalo .player{grid-column:1/-1}.zalo article>.words{min-width:0}.zalo article>.words:first-child,.zalo article>.state+.words{grid-column:1/-1}
.zalo h2,.zalo h3{color:#081c36}
.tag{display:inline-block;margin:0 0 4px;font-size:.78rem;background:#dcebff;color:#003e9c;border-radius:4px;padding:1px 8px}
.previews .zalo .follow{display:none}
.zalo.full>article,.zalo.full>.account{max-width:760px;margin-inline:auto}
`
