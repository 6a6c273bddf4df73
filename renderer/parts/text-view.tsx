import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import type { TextBlock } from '../../shared/model/preview.ts'

type Rows = readonly (readonly string[])[]

/** Cells as the file has them, each in its lines. */
export function PlainTable({ rows }: { readonly rows: Rows }) {
  return (
    <Table size="small" sx={{ width: 'auto', my: 1 }}>
      <TableBody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a shown file never changes.
          <TableRow key={at}>
            {row.map((cell, column) => (
              <TableCell
                // biome-ignore lint/suspicious/noArrayIndexKey: a shown file never changes.
                key={column}
                sx={{
                  border: 1,
                  borderColor: 'divider',
                  whiteSpace: 'pre-wrap',
                  maxWidth: '24rem',
                }}
              >
                {cell}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

function Block({ block }: { readonly block: TextBlock }) {
  switch (block.block) {
    case 'table':
      return <PlainTable rows={block.rows} />
    case 'heading':
      return (
        <Typography variant={block.level === 1 ? 'h2' : 'h3'} component="p" sx={{ mt: 2, mb: 1 }}>
          {block.text}
        </Typography>
      )
    case 'item':
      return (
        <Typography variant="body2" sx={{ pl: 2 * (block.level + 1), textIndent: '-1em' }}>
          {`• ${block.text}`}
        </Typography>
      )
    case 'paragraph':
      return (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {block.text}
        </Typography>
      )
  }
}

/** The text of a file in its order, without its layout. */
export function TextView({ blocks }: { readonly blocks: readonly TextBlock[] }) {
  return (
    <Box sx={{ bgcolor: 'background.paper', p: 2, minHeight: '100%' }}>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a shown file never changes.
        <Block key={at} block={block} />
      ))}
    </Box>
  )
}
