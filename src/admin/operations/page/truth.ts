import type { Truth as TruthOfTheServer } from '@/engine/truth'

/** As it arrives: hours are text. */
type Arrived<Value> = Value extends Date
  ? string
  : Value extends readonly (infer Item)[]
    ? Arrived<Item>[]
    : Value extends object
      ? { [Name in keyof Value]: Arrived<Value[Name]> }
      : Value

export type Truth = Arrived<TruthOfTheServer>
