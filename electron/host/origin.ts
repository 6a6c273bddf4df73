/** The addresses that exist for the page; there are no others. */
export const pageOrigin = 'app://shenbaoxia'
export const filesHost = 'vault://blob'
/** What stands before the 64 hex digits of a stored file. */
export const filesPrefix = `${filesHost}/`
