/** The import that runs now and what became of its files: outlives the screen that started it. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../shared/host.ts'
import { useHost } from './surroundings.ts'
import { type Act, useAct } from './use-act.ts'

export type Imports = {
  readonly act: Act<'material.import'>
  /** How many files the running or last import was asked for. */
  readonly asked: number
  readonly start: (files: readonly Picked[], kind?: string) => void
  /** Asks for files first. */
  readonly pick: () => void
}

const ImportsContext = createContext<Imports | null>(null)

export function ImportsProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const host = useHost()
  const act = useAct('material.import')
  const [asked, setAsked] = useState(0)
  const imports = useMemo(() => {
    const start = (files: readonly Picked[], kind?: string) => {
      setAsked(files.length)
      act.mutate({ files: files.map((file) => file.handle), ...(kind ? { kind } : {}) })
    }
    const pick = async () => {
      const files = await host.pickFiles({ title: t('frame:pick.materials') })
      if (files.length > 0) start(files)
    }
    return { act, asked, start, pick: () => void pick() }
  }, [act, asked, host, t])
  return <ImportsContext value={imports}>{children}</ImportsContext>
}

export function useImports(): Imports {
  const found = useContext(ImportsContext)
  if (!found) throw new Error('ImportsContext has no value.')
  return found
}
