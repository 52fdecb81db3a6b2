import type { Truth as TruthOfTheServer } from '@/engine/truth'
import type { Arrived } from '../../parts/rest'

export type Truth = Arrived<TruthOfTheServer>
