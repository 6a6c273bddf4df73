import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import List from '@mui/material/List'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemText from '@mui/material/ListItemText'
import TextField from '@mui/material/TextField'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../../shared/contract.ts'
import type { Material } from '../../../../shared/model/material.ts'
import type { Proposal } from '../../../../shared/model/triple.ts'
import { figure } from '../../../../shared/text/figure.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { listed } from '../../../app/format.ts'
import { useLanguage } from '../../../app/i18n.ts'
import { useAsk } from '../../../app/use-ask.ts'
import type { CallError } from '../../../app/wire.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'

type Role = Input<'material.propose'>['role']

/** Whom it is with, its amount and day: by what people tell papers apart. */
export function usePaperLine(): (material: Material) => string {
  const { t } = useTranslation()
  return ({ facts, validTo }) => {
    const parts = [
      facts.number,
      facts.partyB ?? facts.seller ?? facts.payee ?? facts.holder,
      facts.amount && t('archive:amount', { amount: figure(facts.amount) }),
      facts.signedOn ?? facts.issuedOn ?? facts.paidOn,
      validTo && t('archive:until', { day: validTo }),
    ]
    return parts.filter(Boolean).join('　')
  }
}

/** Where nothing is typed the engine proposes; what is typed is looked for among the same kind. */
function useOffers(sha256: string, role: Role, kind: string, typed: string) {
  const text = useDeferredValue(typed.trim())
  const proposed = useAsk('material.propose', { sha256, role }, { enabled: text === '' })
  const found = useAsk(
    'material.list',
    { kind: role === 'older' ? kind : role, text, limit: 30 },
    { enabled: text !== '', keep: true },
  )
  const offers: readonly Proposal[] =
    text === ''
      ? (proposed.data ?? [])
      : (found.data?.materials ?? [])
          .filter((material) => material.sha256 !== sha256)
          .map((material) => ({ material, score: 0, why: [] }))
  return { offers, loading: proposed.isLoading || found.isLoading, text }
}

type Props = {
  readonly material: Material
  readonly wanted: Role
  readonly error: CallError | null
  readonly onPick: (sha256: string) => void
  readonly onClose: () => void
}

/** Choosing a paper that belongs to another: proposals with their reasons, or by a search. */
export function PickPaper({ material, wanted, error, onPick, onClose }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const lineOf = usePaperLine()
  const [typed, setTyped] = useState('')
  const { offers, loading, text } = useOffers(material.sha256, wanted, material.kind, typed)
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby="pick-title">
      <DialogTitle id="pick-title">
        {t(`archive:pick.${wanted}`, { name: material.name })}
      </DialogTitle>
      <DialogContent sx={{ height: '24rem' }}>
        <TextField
          autoFocus
          fullWidth
          type="search"
          label={t('archive:pick.search')}
          value={typed}
          sx={{ mt: 1 }}
          onChange={(event) => setTyped(event.target.value)}
        />
        <FaultAlert error={error} />
        {offers.length === 0 && !loading && (
          <EmptyState
            title={t(text ? 'archive:pick.none' : 'archive:pick.noProposal')}
            hint={t('archive:pick.hint')}
          />
        )}
        <List
          component="div"
          dense
          aria-label={t(text ? 'archive:pick.found' : 'archive:pick.proposed')}
        >
          {offers.map((offer) => (
            <ListItemButton
              key={offer.material.sha256}
              onClick={() => onPick(offer.material.sha256)}
            >
              <ListItemText
                primary={offer.material.name}
                secondary={[
                  lineOf(offer.material),
                  listed(
                    offer.why.map((why) => t(`archive:why.${why}`)),
                    language,
                  ),
                ]
                  .filter(Boolean)
                  .join('　·　')}
              />
            </ListItemButton>
          ))}
        </List>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
      </DialogActions>
    </Dialog>
  )
}
