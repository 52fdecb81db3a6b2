export const facebook = `
.facebook{background:#f0f2f5;font-family:"Segoe UI",Helvetica,Arial,"Noto Sans",sans-serif}
.facebook>h2,.facebook>h1.label{background:#0a5fe8}
.facebook article{background:#fff;margin:12px auto;max-width:680px;padding:12px 16px;border-radius:8px;box-shadow:0 1px 2px #0003}
.previews .facebook article{margin:10px;padding:12px}
.facebook article>header{display:flex;gap:10px;align-items:center}
.facebook .avatar{background:#0a5fe8}
.facebook h2,.facebook h3{font-weight:600;color:#050505}
.facebook .headline{font-weight:600;margin:8px 0 0}
.facebook .pictures,.facebook .player{margin:8px -16px;width:auto}
.previews .facebook .pictures,.previews .facebook .player{margin:8px -12px}
.facebook .card{display:block;margin:8px -16px;padding:10px 16px;background:#f0f2f5;border-top:1px solid #ced0d4;border-bottom:1px solid #ced0d4;color:#050505;text-decoration:none}
.facebook .card small{display:block;color:#5a5e64}.facebook .card b{font-weight:600}
.facebook .bar{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 12px;margin:8px 0 0;padding:8px 0 4px;font-size:.92rem;color:#585c63;border-bottom:1px solid #ced0d4}
.facebook .likes{display:inline-flex;gap:4px;align-items:center}.facebook .faces .icon+.icon{margin-left:-3px}
.facebook details.acts{border-top:0;margin-top:0}
`
