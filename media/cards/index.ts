/** Pictures that the project draws itself: a title in the campaign's colours, for an item without a photo. */
import satori from 'satori'
import sharp from 'sharp'
import { readableOn } from './colours'
import { loadFonts } from './fonts'
import { layOut } from './layout'

export type CardColours = { background: string; accent: string }

export type Card = {
  title: string
  lead?: string
  /** Shown in the coloured label at the top: “Người cao tuổi”. */
  audience: string
  /** The line at the bottom: campaign or organization. */
  label: string
  colours?: CardColours
  width: number
  height: number
}

const campaignColours: CardColours = { background: '#0b3c78', accent: '#ffc145' }

/** The same card gives the same picture on every machine. */
export async function drawCard(card: Card): Promise<Buffer> {
  const colours = card.colours ?? campaignColours
  const inks = { ...colours, onBackground: readableOn(colours.background), onAccent: readableOn(colours.accent) }
  const written = { ...card, title: card.title.normalize('NFC'), lead: (card.lead ?? '').normalize('NFC') }
  const drawing = await satori(layOut(written, inks), {
    width: card.width,
    height: card.height,
    fonts: await loadFonts(),
  })
  return sharp(Buffer.from(drawing)).flatten({ background: colours.background }).png({ compressionLevel: 9 }).toBuffer()
}
