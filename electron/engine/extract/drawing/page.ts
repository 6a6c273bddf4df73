/**
 * One page of an OFD (GB/T 33190) as a drawing: its templates and layers in their order, and what is
 * annotated on it.
 */
import type { Drawing, Drawn } from '../../../../shared/model/drawing.ts'
import { linesOf } from '../lines.ts'
import { type Part, partAt, textOf } from '../ofd-package.ts'
import { textObjectsOf } from '../ofd-page.ts'
import { Unreadable, type XmlNode } from '../read-document.ts'
import { allNodes, childrenOf } from '../xml.ts'
import type { Zip } from '../zip-guard.ts'
import type { Document, Listed } from './documents.ts'
import { boxOf, translation } from './matrix.ts'
import { drawObjects, type Ledger, type Scope } from './objects.ts'
import { pensOf, type Resources, resourcesOf } from './resources.ts'

const common = ({ part }: Document) => childrenOf(part.root, 'CommonData')[0]

const listsIn = (node: XmlNode | undefined, names: readonly string[], from: string) =>
  names.flatMap((name) => childrenOf(node, name).map(({ text }) => ({ from, place: text })))

const a4 = [0, 0, 210, 297] as const

function boxIn(page: Part, document: Document): Drawing['box'] {
  const areas = [childrenOf(page.root, 'Area')[0], childrenOf(common(document), 'PageArea')[0]]
  const boxes = areas.map((area) => boxOf(textOf(area, 'PhysicalBox') || undefined))
  return boxes.find((box) => box && box[2] > 0 && box[3] > 0) ?? a4
}

const levels: Readonly<Record<string, number>> = { Background: 0, Body: 1, Foreground: 2 }

type Leveled = { readonly level: number; readonly layer: XmlNode }

const layersOf = (page: Part | null): readonly XmlNode[] =>
  childrenOf(childrenOf(page?.root, 'Content')[0], 'Layer')

type Used = { readonly level: number; readonly part: Part }

function templatesOf(zip: Zip, page: Part, { part }: Document): Used[] {
  const known = [...allNodes(part.root)].filter(({ name }) => name === 'TemplatePage')
  return childrenOf(page.root, 'Template').flatMap(({ attributes }) => {
    const template = known.find((each) => each.attributes.ID === attributes.TemplateID)?.attributes
    const found = partAt(zip, part.path, template?.BaseLoc ?? '')
    const level = levels[attributes.ZOrder ?? template?.ZOrder ?? 'Background'] ?? 0
    return found ? [{ level, part: found }] : []
  })
}

/** Layers from the lowest to the highest; of one height, a template's come first. */
function sheetsOf(page: Part, templates: readonly Used[]): Leveled[] {
  const below = templates.flatMap(({ level, part }) =>
    layersOf(part).map((layer) => ({ level, layer })),
  )
  const own = layersOf(page).map((layer) => ({
    level: levels[layer.attributes.Type ?? 'Body'] ?? 1,
    layer,
  }))
  return [...below, ...own].sort((a, b) => a.level - b.level)
}

/** What is annotated on a page, as it looks. */
async function drawAnnotations(zip: Zip, { document, id }: Listed, scope: Scope): Promise<Drawn[]> {
  const list = partAt(zip, document.part.path, textOf(document.part.root, 'Annotations'))
  const pages = childrenOf(list?.root, 'Page').filter(({ attributes }) => attributes.PageID === id)
  const all: Drawn[] = []
  for (const page of pages) {
    const part = list && partAt(zip, list.path, textOf(page, 'FileLoc'))
    for (const note of childrenOf(part?.root, 'Annot')) {
      const [look] = childrenOf(note, 'Appearance')
      if (!look || note.attributes.Visible === 'false') continue
      const [x, y] = boxOf(look.attributes.Boundary) ?? [0, 0]
      const parts = await drawObjects(look.children, scope)
      all.push({
        content: { shape: 'group', parts },
        matrix: translation(x, y),
        clips: [],
        alpha: 1,
        blend: 'normal',
      })
    }
  }
  return all
}

function resourcesFor(
  zip: Zip,
  page: Part,
  templates: readonly Used[],
  { part }: Document,
): Resources {
  const shared = childrenOf(part.root, 'CommonData')[0]
  return resourcesOf(zip, [
    ...listsIn(shared, ['PublicRes', 'DocumentRes'], part.path),
    ...templates.flatMap((used) => listsIn(used.part.root, ['PageRes'], used.part.path)),
    ...listsIn(page.root, ['PageRes'], page.path),
  ])
}

/** `assets` is pdf.js's folder. */
export type Tools = { readonly assets: string; readonly ledger: Ledger }

export type Sheet = Pick<Drawing, 'box' | 'parts'>

function pageAt(zip: Zip, { document, place }: Listed): Part {
  const page = partAt(zip, document.part.path, place)
  if (!page) throw new Unreadable('ofd.noDocument', { place: place.slice(0, 200) })
  return page
}

/** The lines of text of a page and its templates. Throws Unreadable. */
export function linesOn(zip: Zip, listed: Listed): string[] {
  const page = pageAt(zip, listed)
  const templates = templatesOf(zip, page, listed.document)
  const roots = [page.root, ...templates.map(({ part }) => part.root)]
  return linesOf(roots.flatMap(textObjectsOf).flatMap(({ runs }) => runs))
}

/** Throws Unreadable: `zip.*`, `xml.*`, `ofd.*`. */
export async function drawSheet(zip: Zip, listed: Listed, tools: Tools): Promise<Sheet> {
  const { document } = listed
  const page = pageAt(zip, listed)
  const templates = templatesOf(zip, page, document)
  const resources = resourcesFor(zip, page, templates, document)
  const { ledger, assets } = tools
  const scope: Scope = { resources, pen: [], ledger, faces: new Map(), assets, depth: 0 }
  const parts: Drawn[] = []
  for (const { layer } of sheetsOf(page, templates)) {
    const pen = pensOf(resources, layer.attributes.DrawParam)
    parts.push(...(await drawObjects(layer.children, { ...scope, pen })))
  }
  parts.push(...(await drawAnnotations(zip, listed, scope)))
  return { box: boxIn(page, document), parts }
}
