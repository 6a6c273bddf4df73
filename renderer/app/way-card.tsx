import Card from '@mui/material/Card'
import CardActionArea from '@mui/material/CardActionArea'
import Typography from '@mui/material/Typography'

type Props = {
  readonly title: string
  readonly hint: string
  readonly strong?: boolean
  readonly onClick: () => void
}

/** One way on, as a card that is a button. */
export function WayCard({ title, hint, strong = false, onClick }: Props) {
  return (
    <Card sx={strong ? { borderColor: 'primary.main' } : {}}>
      <CardActionArea
        onClick={onClick}
        sx={{
          p: 2.5,
          height: '100%',
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'flex-start',
          justifyContent: 'flex-start',
        }}
      >
        <Typography variant="h2" color={strong ? 'primary' : 'textPrimary'} gutterBottom>
          {title}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {hint}
        </Typography>
      </CardActionArea>
    </Card>
  )
}
