/** What a grid shows while its rows are on their way: to be seen only, since a grid holds nothing but rows. */
import LinearProgress from '@mui/material/LinearProgress'

export const GridLoading = () => <LinearProgress role="presentation" aria-hidden />
