/** The project's source files with what each imports, as the rules see them. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'

export type Import = { specifier: string; isTypeOnly: boolean; target: string | null }

export type Source = { path: string; text: string; imports: Import[] }

const folders = ['src', 'collections', 'jobs', 'media', 'tests', '.ci', 'docs/decisions']
const aliases: Readonly<Record<string, string>> = {
  '@/': 'src/',
  '~/': '',
  '@payload-config': 'collections/payload.config.ts',
}
const endings = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx']

export function readSources(root: string): Source[] {
  const paths = listFiles(root).filter((path) => /\.(tsx?|mjs)$/.test(path) && !isGenerated(path))
  const known = new Set(paths)
  return paths.map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return {
      path,
      text,
      imports: importsOf(path, text).map((found) => ({ ...found, target: resolve(path, found.specifier, known) })),
    }
  })
}

export function listFiles(root: string): string[] {
  return folders.flatMap((folder) => walk(root, folder))
}

export function isGenerated(path: string): boolean {
  return /payload-types\.ts$|importMap\.js$|\/migrations\/|^media\/uploads\//.test(path)
}

function walk(root: string, folder: string): string[] {
  const entries = statSync(join(root, folder), { throwIfNoEntry: false })
    ? readdirSync(join(root, folder), { withFileTypes: true })
    : []
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (path === 'media/uploads' || entry.name === 'node_modules') return []
    return entry.isDirectory() ? walk(root, path) : [path]
  })
}

function importsOf(path: string, text: string): Omit<Import, 'target'>[] {
  const file = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    false,
    path.endsWith('x') ? ts.ScriptKind.TSX : undefined,
  )
  const found: Omit<Import, 'target'>[] = []
  const visit = (node: ts.Node): void => {
    const one = readImport(node)
    if (one) found.push(one)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function readImport(node: ts.Node): Omit<Import, 'target'> | null {
  if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, isTypeClause(node.importClause))
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node))
    return named(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true)
  const isDynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
  return isDynamic ? named(node.arguments[0], false) : null
}

function named(node: ts.Node | undefined, isTypeOnly: boolean): Omit<Import, 'target'> | null {
  return node && ts.isStringLiteralLike(node) ? { specifier: node.text, isTypeOnly } : null
}

function isTypeClause(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  const bindings = clause.namedBindings
  const areAllTypes =
    bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.every((element) => element.isTypeOnly)
  return clause.isTypeOnly || (!clause.name && areAllTypes)
}

/** The file of ours that an import means; null for packages. */
function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  const alias = Object.keys(aliases).find((prefix) => specifier.startsWith(prefix))
  const isRelative = specifier.startsWith('.')
  if (!alias && !isRelative) return null
  const plain = alias ? (aliases[alias] ?? '') + specifier.slice(alias.length) : join(dirname(from), specifier)
  const base = normalize(plain).replaceAll('\\', '/')
  return endings.map((ending) => base + ending).find((path) => known.has(path)) ?? base
}
