/**
 * Which files the reading thread has a reader for. Apart from the readers themselves, because the
 * engine asks this and must not load them.
 */
import type { About } from './read.ts'

/** Word, Excel and PowerPoint of today, macros or not. */
export const isOffice = (media: string): boolean =>
  /^application\/vnd\.(openxmlformats-officedocument|ms-(word|excel))\./.test(media)

export const oldOffice = 'application/x-ole-storage'

/** Archives are told, and never opened here. */
export const isArchive = (media: string): boolean =>
  /^application\/(zip|gzip|vnd\.rar|x-7z-compressed)$/.test(media)

/** Whether there is a reader for such a file; others are kept unread. */
export const isReadable = ({ name, media }: Pick<About, 'name' | 'media'>): boolean =>
  /^(application\/(pdf|ofd|xml)|image\/|text\/plain)/.test(media) ||
  isOffice(media) ||
  isArchive(media) ||
  media === oldOffice ||
  /\.(ofd|xml)$/i.test(name)
