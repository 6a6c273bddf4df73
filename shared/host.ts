/**
 * The few things that need a desktop. Each host (Electron, Chromium) implements them behind
 * `renderer/app/host.ts`. A picked or dropped file never reaches the page as a path: the host keeps
 * the path, tells the engine, and hands the page an opaque handle.
 */

/** Something the person picked. `handle` is 32 hex digits and means nothing outside this run. */
export type Picked = { readonly handle: string; readonly name: string }

export type HostCalls = {
  /** The open dialog for files; an empty list when the person cancels. */
  pickFiles(input: { readonly title: string }): Promise<readonly Picked[]>
  /** The open dialog for one folder. */
  pickFolder(input: { readonly title: string }): Promise<Picked | null>
  /** The save dialog; the handle stands for the chosen place. */
  pickSave(input: { readonly title: string; readonly name: string }): Promise<Picked | null>
  /** Shows the file or folder behind a handle in the system's file manager. */
  reveal(input: { readonly handle: string }): Promise<void>
  /** Opens the file behind a handle with the system's own program. */
  openFile(input: { readonly handle: string }): Promise<void>
  /** The system's print dialog for the page as shown. */
  print(): Promise<void>
  /** Files that the program was opened with since the last time this was asked. */
  opened(): Promise<readonly Picked[]>
  /** Which host this is, and its version, for 关于. */
  about(): Promise<{ readonly host: 'desktop' | 'chromium'; readonly version: string }>
}

/**
 * What a host puts on the page's `window.shenbaoxia`. The wire itself arrives apart: after loading,
 * the window gets a message `engine` that carries a MessagePort, and Requests and Replies of
 * `shared/wire.ts` travel on it.
 */
export type HostBridge = HostCalls & {
  /** Turns dropped or chosen File objects into handles; a folder stands for what is in it. */
  handles(files: readonly unknown[]): Promise<readonly Picked[]>
  /** Prefix of the address of a stored file: append 64 hex digits and `?type=<media type>`. */
  readonly files: string
}

/** The message that tells the page that the program was opened with files: it asks for them. */
export const openedMessage = 'opened'
/** The message that carries the engine's port to the page. */
export const engineMessage = 'engine'
