/** 文件依据, 归口部门 and 申报时间: what the programme rests on and when each role must act. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Pack } from '../../../shared/programme/pack.ts'
import { useAsk } from '../../app/use-ask.ts'
import { CopyText } from '../../parts/copy-text.tsx'
import { FactTable } from '../../parts/fact-table.tsx'
import { Panel } from '../../parts/panel.tsx'
import { SourceNote } from '../../parts/source-note.tsx'
import { WindowState } from '../../parts/window-state.tsx'

export function BasisPanel({ pack }: { readonly pack: Pack }) {
  const { t } = useTranslation('programmes')
  const today = useAsk('vault.state', {}).data?.today ?? ''
  return (
    <Panel
      title={t('basis')}
      hint={pack.documents.length > 1 ? t('basis.several', { count: pack.documents.length }) : ''}
    >
      <FactTable
        rows={[
          [
            t('document'),
            pack.documents.map((document) => <Basis key={document.id} document={document} />),
          ],
          [
            t('department'),
            <span key="department">
              {pack.department.text}
              <SourceNote pack={pack} source={pack.department.source} />
            </span>,
          ],
          [
            t('windows'),
            pack.windows.map((window) => (
              <Box
                key={window.id}
                sx={{ display: 'flex', alignItems: 'center', columnGap: 1, flexWrap: 'wrap' }}
              >
                <WindowState window={window} today={today} />
                {window.note && (
                  <Typography variant="caption" color="textSecondary">
                    {window.note}
                  </Typography>
                )}
                <SourceNote pack={pack} source={window.source} />
              </Box>
            )),
          ],
        ]}
      />
    </Panel>
  )
}

function Basis({ document }: { readonly document: Pack['documents'][number] }) {
  const { title, number, publisher, published, link } = document
  return (
    <Box sx={{ mb: 0.5 }}>
      {title}
      <Typography variant="caption" color="textSecondary" component="div">
        {[number, publisher, published].filter((part) => part !== '').join(' · ')}
      </Typography>
      {link && <CopyText text={link} monospace />}
    </Box>
  )
}
