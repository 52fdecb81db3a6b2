import type { Field } from 'payload'
import { label } from './label'

/** Several words that are typed one by one; left alone, Payload says “choose a value” where there is nothing to choose. */
export function typedList(name: string, title: string | ReturnType<typeof label>): Field {
  const placeholder = label('Gõ từng mục rồi nhấn Enter', 'Type one, then press Enter')
  return { name, type: 'text', hasMany: true, label: title, admin: { placeholder } }
}
