/** Takes an opinion file in, picked or dropped; a changed signer is asked about once more. */
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../../shared/host.ts'
import { useHost } from '../../../app/surroundings.ts'
import { type Act, useAct } from '../../../app/use-act.ts'

export type OpinionImport = {
  readonly act: Act<'opinion.import'>
  readonly start: (files: readonly Picked[]) => void
  readonly pick: () => void
  /** Once more, with the fingerprint that a person has compared. */
  readonly retry: (accept: string) => void
  readonly close: () => void
}

export function useOpinionImport(): OpinionImport {
  const { t } = useTranslation('opinion')
  const host = useHost()
  const act = useAct('opinion.import')
  const last = useRef('')
  const start = ([file]: readonly Picked[]) => {
    if (!file) return
    last.current = file.handle
    act.mutate({ file: file.handle })
  }
  return {
    act,
    start,
    pick: () => void host.pickFiles({ title: t('import') }).then(start),
    retry: (accept) => act.mutate({ file: last.current, accept }),
    close: act.reset,
  }
}
