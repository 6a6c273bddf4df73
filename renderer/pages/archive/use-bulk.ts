import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Input, Output } from '../../../shared/contract.ts'
import type { OpenPlace } from '../../../shared/model/use.ts'
import { paths } from '../../app/paths.ts'
import { useHost } from '../../app/surroundings.ts'
import { useAct } from '../../app/use-act.ts'

/** What has just been done to many, and what can be done about it: led back, or looked at. */
export type Done = {
  readonly text: string
  readonly undo: (() => void) | null
  readonly show?: () => void
}

/** What is set for all of many. */
export type ManyValues = Omit<Input<'material.describeMany'>['changes'][number], 'sha256'>
type Many = readonly string[]

/** Puts papers into a slot of an application, and offers to look at it. */
function usePlace(tell: (done: Done) => void) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const attach = useAct('application.attach', { key: 'archive' })
  const place = (chosen: Many, at: OpenPlace, then?: () => void) => {
    const { application: id, slot, slotTitle, title } = at
    const onSuccess = () => {
      then?.()
      tell({
        text: t('archive:done.place', { count: chosen.length, slot: slotTitle, title }),
        undo: null,
        show: () => void navigate(paths.application(id, 'materials')),
      })
    }
    attach.mutate({ id, slot, materials: [...chosen] }, { onSuccess })
  }
  return { attach, place }
}

/** Acts on many materials; each act says what it did and can be undone until the next. */
export function useBulk(clear: () => void) {
  const { t, i18n } = useTranslation()
  const host = useHost()
  const [done, setDone] = useState<Done | null>(null)
  const describe = useAct('material.describeMany', { key: 'many' })
  const discard = useAct('material.discardMany', { key: 'many' })
  const restore = useAct('material.restoreMany', { key: 'many' })
  const files = useAct('material.exportFiles', { key: 'many' })
  const undone = { onSuccess: () => setDone({ text: t('archive:done.undone'), undo: null }) }

  const set = (chosen: Many, values: ManyValues, then?: () => void) => {
    const changes = chosen.map((sha256) => ({ sha256, ...values }))
    const onSuccess = ({ before }: Output<'material.describeMany'>) => {
      then?.()
      setDone({
        text: t('archive:done.describe', { count: changes.length }),
        undo: () => describe.mutate({ changes: [...before] }, undone),
      })
    }
    describe.mutate({ changes }, { onSuccess })
  }
  const toBin = (chosen: Many) => {
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
  const fromBin = (chosen: Many) => {
    const onSuccess = ({ moved }: Output<'material.restoreMany'>) => {
      clear()
      setDone({
        text: t('archive:done.restore', { count: moved.length }),
        undo: () => discard.mutate({ sha256s: [...moved] }, undone),
      })
    }
    restore.mutate({ sha256s: [...chosen] }, { onSuccess })
  }
  const take = async (chosen: Many) => {
    const folder = await host.pickFolder({ title: t('archive:bulk.pickFolder') })
    if (!folder) return
    const onSuccess = ({ files: count, listing, folder: place }: Output<'material.exportFiles'>) =>
      setDone({ text: t('archive:done.export', { count, listing, folder: place }), undo: null })
    const language = i18n.language === 'en' ? 'en' : 'zh-CN'
    files.mutate({ sha256s: [...chosen], to: folder.handle, language }, { onSuccess })
  }
  const { attach, place } = usePlace(setDone)
  const acts = [describe, discard, restore, files, attach]
  return {
    set,
    toBin,
    fromBin,
    place,
    take: (chosen: Many) => void take(chosen),
    done,
    forget: () => setDone(null),
    busy: acts.some(({ isPending }) => isPending),
    failed: acts.find(({ error }) => error !== null) ?? null,
    files,
  }
}

export type Bulk = ReturnType<typeof useBulk>
