import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../../shared/contract.ts'
import { useHost } from '../../app/surroundings.ts'
import { useAct } from '../../app/use-act.ts'

/** What has just been done to many, and the way back where there is one. */
export type Done = { readonly text: string; readonly undo: (() => void) | null }

type Set = Omit<Input<'material.describeMany'>['changes'][number], 'sha256'>

/** Acts on the chosen materials; each says what it did and can be undone until the next. */
export function useBulk(chosen: readonly string[], clear: () => void) {
  const { t, i18n } = useTranslation()
  const host = useHost()
  const [done, setDone] = useState<Done | null>(null)
  const describe = useAct('material.describeMany', { key: 'many' })
  const discard = useAct('material.discardMany', { key: 'many' })
  const restore = useAct('material.restoreMany', { key: 'many' })
  const files = useAct('material.exportFiles', { key: 'many' })
  const undone = { onSuccess: () => setDone({ text: t('archive:done.undone'), undo: null }) }

  const set = (values: Set) => {
    const changes = chosen.map((sha256) => ({ sha256, ...values }))
    const onSuccess = ({ before }: Output<'material.describeMany'>) =>
      setDone({
        text: t('archive:done.describe', { count: changes.length }),
        undo: () => describe.mutate({ changes: [...before] }, undone),
      })
    describe.mutate({ changes }, { onSuccess })
  }
  const toBin = () => {
    const onSuccess = ({ moved, kept }: Output<'material.discardMany'>) => {
      clear()
      setDone({
        text: t(kept.length > 0 ? 'archive:done.kept' : 'archive:done.discard', {
          count: moved.length,
          kept: kept.length,
        }),
        undo: moved.length > 0 ? () => restore.mutate({ sha256s: [...moved] }, undone) : null,
      })
    }
    discard.mutate({ sha256s: [...chosen] }, { onSuccess })
  }
  const fromBin = () => {
    const onSuccess = ({ moved }: Output<'material.restoreMany'>) => {
      clear()
      setDone({
        text: t('archive:done.restore', { count: moved.length }),
        undo: () => discard.mutate({ sha256s: [...moved] }, undone),
      })
    }
    restore.mutate({ sha256s: [...chosen] }, { onSuccess })
  }
  const take = async () => {
    const folder = await host.pickFolder({ title: t('archive:bulk.pickFolder') })
    if (!folder) return
    const onSuccess = ({ files: count, listing, folder: place }: Output<'material.exportFiles'>) =>
      setDone({ text: t('archive:done.export', { count, listing, folder: place }), undo: null })
    const language = i18n.language === 'en' ? 'en' : 'zh-CN'
    files.mutate({ sha256s: [...chosen], to: folder.handle, language }, { onSuccess })
  }
  const acts = [describe, discard, restore, files]
  return {
    set,
    toBin,
    fromBin,
    take: () => void take(),
    done,
    forget: () => setDone(null),
    busy: acts.some(({ isPending }) => isPending),
    failed: acts.find(({ error }) => error !== null) ?? null,
    files,
  }
}
