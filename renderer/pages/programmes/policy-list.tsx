/** 政策文件: the policy documents to read, with number, publisher, date, gist, contact and link. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Policy } from '../../../shared/model/policy.ts'
import { CopyText } from '../../parts/copy-text.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FactTable } from '../../parts/fact-table.tsx'
import { grouped } from '../../parts/grouped.ts'
import { Panel } from '../../parts/panel.tsx'
import { SearchField } from './filter-bar.tsx'
import type { ListState } from './use-list-state.ts'

type Props = {
  readonly state: ListState
  readonly all: number
  readonly found: readonly Policy[]
}

export function PolicyList({ state, all, found }: Props) {
  const { t } = useTranslation('programmes')
  return (
    <>
      <Box component="search" sx={{ maxWidth: '28rem' }}>
        <SearchField text={state.filter.text} onChange={(text) => state.change({ text })} />
      </Box>
      {found.length === 0 && (
        <EmptyState
          title={t(all === 0 ? 'policies.empty' : 'policies.nothing')}
          hint={t(all === 0 ? 'policies.emptyHint' : 'policies.nothingHint')}
        />
      )}
      {grouped(found, ({ chapter }) => chapter).map(([chapter, members]) => (
        <Panel key={chapter} title={chapter} hint={t('policies.count', { count: members.length })}>
          {members.map((policy) => (
            <PolicyEntry key={policy.id} policy={policy} />
          ))}
        </Panel>
      ))}
    </>
  )
}

function PolicyEntry({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation('programmes')
  const { title, number, publisher, published, gist, contact, link, source } = policy
  const facts = [
    [t('policy.number'), number],
    [t('policy.publisher'), publisher],
    [t('policy.published'), published],
    [t('policy.contact'), contact],
  ] as const
  return (
    <Box
      component="article"
      aria-label={title}
      sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}
    >
      <Typography variant="h3">{title}</Typography>
      <Box component="ul" sx={{ mt: 0.5, mb: 1, pl: 3, maxWidth: '64rem' }}>
        {gist.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </Box>
      <FactTable
        rows={[
          ...facts.filter(([, value]) => value !== ''),
          ...(link === ''
            ? []
            : [[t('policy.link'), <CopyText key="link" text={link} monospace />] as const]),
          [t('contact.source'), t('source.place', { clause: source.clause, line: source.line })],
        ]}
      />
    </Box>
  )
}
