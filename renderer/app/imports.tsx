/**
 * The import that runs now and what became of its files: outlives the screen that started it. A
 * second try takes up only what the first one left, and its results replace the old ones.
 */
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../shared/contract.ts'
import type { Picked } from '../../shared/host.ts'
import type { ImportResult, NameCoding } from '../../shared/model/material.ts'
import { useHost } from './surroundings.ts'
import { type Act, useAct } from './use-act.ts'

export type Imports = {
  readonly act: Act<'material.import'>
  /** What became of each file, in their order; null where nothing has been imported. */
  readonly results: readonly ImportResult[] | null
  readonly start: (files: readonly Picked[], kind?: string) => void
  /** Asks for files first. */
  readonly pick: () => void
  /** Once more for these alone; `names` is the person's word on the names inside a ZIP. */
  readonly again: (results: readonly ImportResult[], names?: NameCoding) => void
  readonly close: () => void
}

const ImportsContext = createContext<Imports | null>(null)

/** New results stand where the old ones of the same file or archive stood. */
export function merged(
  old: readonly ImportResult[],
  tried: readonly ImportResult[],
  fresh: readonly ImportResult[],
): ImportResult[] {
  const known = new Map(fresh.map((each) => [each.from, each]))
  const inside = (from: string) =>
    fresh.filter(
      (each) =>
        each.from !== from &&
        /^[\\/]/.test(each.from.slice(from.length)) &&
        each.from.startsWith(from),
    )
  return old.flatMap((each) => {
    if (!tried.includes(each)) return [each]
    const opened = each.outcome === 'asked' ? inside(each.from) : []
    return opened.length > 0 ? opened : [known.get(each.from) ?? each]
  })
}

export function ImportsProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const host = useHost()
  const act = useAct('material.import')
  const [results, setResults] = useState<readonly ImportResult[] | null>(null)
  const last = useRef<Input<'material.import'>>({ files: [] })
  const imports = useMemo(() => {
    const start = (files: readonly Picked[], kind?: string) => {
      last.current = { files: files.map(({ handle }) => handle), ...(kind ? { kind } : {}) }
      setResults(null)
      act.mutate(last.current, { onSuccess: (report) => setResults(report.results) })
    }
    const pick = async () => {
      const files = await host.pickFiles({ title: t('frame:pick.materials') })
      if (files.length > 0) start(files)
    }
    const again = (tried: readonly ImportResult[], names?: NameCoding) => {
      last.current = { ...last.current, ...(names ? { names } : {}) }
      const input = { ...last.current, only: tried.map(({ from }) => from) }
      const onSuccess = (report: Output<'material.import'>) =>
        setResults((old) => merged(old ?? [], tried, report.results))
      act.mutate(input, { onSuccess })
    }
    const close = () => {
      act.reset()
      setResults(null)
    }
    return { act, results, start, pick: () => void pick(), again, close }
  }, [act, results, host, t])
  return <ImportsContext value={imports}>{children}</ImportsContext>
}

export function useImports(): Imports {
  const found = useContext(ImportsContext)
  if (!found) throw new Error('ImportsContext has no value.')
  return found
}
