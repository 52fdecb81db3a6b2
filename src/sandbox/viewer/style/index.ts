import { base } from './base'
import { facebook } from './facebook'
import { telegram } from './telegram'
import { youtube } from './youtube'
import { zalo } from './zalo'

export const style = [base, facebook, zalo, youtube, telegram].join('')
