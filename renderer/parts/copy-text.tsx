import CheckIcon from '@mui/icons-material/Check'
import ContentCopyIcon from '@mui/icons-material/ContentCopyOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { readonly text: string; readonly monospace?: boolean }

/** Text to be carried elsewhere by hand: an address for the online machine, a fingerprint. */
export function CopyText({ text, monospace = false }: Props) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  const label = t(copied ? 'programmes:copy.done' : 'programmes:copy', { text })
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', minWidth: 0 }}>
      <Box
        component={monospace ? 'code' : 'span'}
        sx={{
          overflowWrap: 'anywhere',
          userSelect: 'all',
          fontSize: monospace ? '0.8125rem' : 'inherit',
        }}
      >
        {text}
      </Box>
      <IconButton size="small" aria-label={label} title={label} onClick={() => void copy()}>
        {copied ? <CheckIcon fontSize="inherit" /> : <ContentCopyIcon fontSize="inherit" />}
      </IconButton>
    </Box>
  )
}
