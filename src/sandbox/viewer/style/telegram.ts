export const telegram = `
.telegram>h2,.telegram>h1.label{background:#1f73bf}
.telegram .account{display:flex;gap:12px;align-items:center;padding:8px 14px;background:#fff;border-bottom:1px solid #dfe1e5}
.telegram .account .name{margin:0;font-weight:600}.telegram .avatar{background:linear-gradient(#3aa0e0,#1c6ea4)}
.telegram .pinned{margin:0;padding:8px 14px;background:#fff;border-bottom:1px solid #dfe1e5;border-left:3px solid #1f73bf;font-size:.9rem}
.telegram .pinned a{color:#16202a;text-decoration:none}.telegram .pinned b{color:#17609f}
.telegram .paper{padding:12px;display:grid;gap:10px;background:#9fc59a;background:radial-gradient(circle at 20% 20%,#c3dcae 0,transparent 45%),radial-gradient(circle at 85% 35%,#8fc0a9 0,transparent 45%),radial-gradient(circle at 45% 90%,#d6dfa6 0,transparent 50%),#a5c99a}
.telegram article{background:#fff;border-radius:14px 14px 14px 4px;padding:8px 12px;max-width:480px;width:100%;box-shadow:0 1px 1px #0003}
.telegram article h2,.telegram article h3{color:#17609f;font-size:.95rem}
.telegram .pictures,.telegram .player{margin:6px -8px;border-radius:10px;overflow:hidden}
.telegram .pictures{gap:2px}.telegram .pictures.n1 img{max-height:420px;object-fit:cover}
.telegram .quote{border-left:3px solid #1f73bf;background:#e8f1fa;padding:4px 8px;margin:4px 0;border-radius:4px;font-size:.9rem}.telegram .quote a{text-decoration:none}
.telegram .foot{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center;justify-content:flex-end}.telegram .foot .meta{margin:0}
.telegram .pills{list-style:none;display:flex;flex-wrap:wrap;gap:6px;padding:0;margin:0 auto 0 0}.telegram .pills li{background:#e3effa;color:#124e84;border-radius:14px;padding:2px 10px;font-size:.9rem}
.telegram .poll ul{list-style:none;padding:0;margin:4px 0}.telegram .poll li{padding:4px 0 4px 48px;position:relative}.telegram .poll li>span:first-child{position:absolute;left:0;font-weight:600}
.telegram .poll .line{display:block;height:5px;border-radius:3px;background:#d9e4ee}.telegram .poll .line span{display:block;height:5px;border-radius:3px;background:#1f73bf;min-width:5px}
.telegram .document{border:0;padding:6px 0}
`
