/** What the applicant says in a statement, kept as it is typed. */
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { longestText, type StatementTextView } from '../../../../shared/model/statement.ts'
import { textRef } from '../../../../shared/programme/statement-wording.ts'
import { useReadOnly } from '../../../app/use-vault.ts'
import { useTyped } from '../../../parts/use-typed.ts'
import { useApplication } from '../application-context.ts'
import { typingProps } from '../form/control-props.ts'

type Props = { readonly statement: string; readonly text: StatementTextView }

export function StatementText({ statement, text }: Props) {
  const { texts } = useApplication()
  const readOnly = useReadOnly()
  const ref = textRef(statement, text.id)
  const save = (value: string, typing: boolean) =>
    texts.save({ [ref]: value }, { place: ref, typing })
  const typed = useTyped(String(texts.answers[ref] ?? ''), save, (said) => said.trim())
  return (
    <Box data-place={ref} sx={{ pt: 1 }}>
      <TextField
        fullWidth
        multiline
        size="small"
        minRows={3}
        maxRows={16}
        label={text.label}
        helperText={text.hint}
        disabled={readOnly}
        slotProps={{ htmlInput: { maxLength: longestText } }}
        {...typingProps(typed)}
      />
    </Box>
  )
}
