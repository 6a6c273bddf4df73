/**
 * Which files the reading thread has a reader for. Apart from the readers themselves, because the
 * engine asks this and must not load them.
 */
import type { About } from './read.ts'

/** Whether there is a reader for such a file; others are kept unread. */
export const isReadable = ({ name, media }: Pick<About, 'name' | 'media'>): boolean =>
  /^(application\/(pdf|ofd|xml)|image\/|text\/plain)/.test(media) || /\.(ofd|xml)$/i.test(name)
