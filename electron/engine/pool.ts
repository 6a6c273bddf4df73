/**
 * More threads for file work, before the first of them starts: files that are synced at the same time
 * share one commit of the disk's journal, and four at a time would leave most of it unused.
 */
process.env.UV_THREADPOOL_SIZE ??= '16'
