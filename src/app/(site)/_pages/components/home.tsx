import type { Page, Section } from '../site'
import { Cards } from './card'
import { Document, type Frame } from './document'

/** What each entrance promises; an audience that an organization added shows its name alone. */
const promises: Readonly<Record<string, string>> = {
  elderly: 'Chữ to, lời ngắn, việc cần làm ngay khi có cuộc gọi, tin nhắn lạ.',
  youth: 'Tình huống thật, clip ngắn: giữ tài khoản, giữ mình trên mạng.',
  officials: 'Quy định, quy trình và trách nhiệm khi dùng hệ thống của cơ quan.',
}

const ENTRANCES = Object.keys(promises)

export function showHome({ site, section, latest }: Frame & { latest: readonly Page[] }) {
  return (
    <Document
      site={site}
      section={section}
      head={{ title: section.name, description: `Tin, bài, video, đồ họa, cẩm nang của ${section.name}`, path: '/' }}
    >
      <h1 className="welcome">Bác, anh chị, bạn trẻ cần gì hôm nay?</h1>
      <Entrances audiences={section.audiences} />
      <Campaign campaign={section.campaign} />
      <section aria-labelledby="moi-nhat">
        <h2 id="moi-nhat">Mới nhất</h2>
        {latest.length === 0 ? <p>Chưa có bài nào. Mời quay lại sau.</p> : <Cards pages={latest} level={3} />}
      </section>
    </Document>
  )
}

function Entrances({ audiences }: Pick<Section, 'audiences'>) {
  const entrances = ENTRANCES.flatMap((slug) => audiences.filter((audience) => audience.slug === slug))
  return (
    <ul className="entrances" aria-label="Chọn lối vào dành cho bạn">
      {entrances.map(({ slug, name }) => (
        <li key={slug} className={`entrance ${slug}`}>
          <a href={`/${slug}`}>
            <span className="name">{name}</span>
            <span className="promise">{promises[slug]}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function Campaign({ campaign }: Pick<Section, 'campaign'>) {
  if (!campaign) return null
  return (
    <aside className="campaign" aria-label="Chiến dịch đang diễn ra">
      <p className="kind">Chiến dịch</p>
      <p className="name">{campaign.name}</p>
      {campaign.slogan ? <p className="slogan">{campaign.slogan}</p> : null}
      {campaign.hashtags.length > 0 ? <p className="tags">{campaign.hashtags.join(' ')}</p> : null}
    </aside>
  )
}
