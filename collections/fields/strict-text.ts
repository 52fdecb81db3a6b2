import type { Config, Field, TabAsField, TextFieldValidation } from 'payload'
import { traverseFields } from 'payload'
import { text, textarea } from 'payload/shared'
import { isShownText } from './shown-text'

const NO_TEXT = 'Chỗ này phải là chữ; hãy nhập lại.'

/** Payload lets an object through where words belong: PostgreSQL keeps it as JSON, MongoDB answers 500. Rich text is held to what its editor offers. */
export function strictText(config: Config): Config {
  for (const { fields } of config.collections ?? [])
    traverseFields({ fields, callback: ({ field }) => demandText(field) })
  return config
}

function demandText(field: Field | TabAsField): void {
  if (field.type === 'text' && !field.validate) field.validate = onlyText
  if (field.type === 'richText' && !field.validate) field.validate = isShownText
  if (field.type === 'textarea' && !field.validate)
    field.validate = (value, options) => (isText(value) ? textarea(value, options) : NO_TEXT)
}

const onlyText: TextFieldValidation = (value: unknown, options: Parameters<typeof text>[1]) =>
  isText(value) ? text(value as string, options) : NO_TEXT

function isText(value: unknown): boolean {
  return [value].flat().every((entry) => entry === null || entry === undefined || typeof entry === 'string')
}
