/** The host's few calls, typed, and the gestures that turn into handles. No path ever gets here. */
import type { HostBridge, Picked } from '../../shared/host.ts'

declare global {
  interface Window {
    readonly shenbaoxia?: HostBridge
  }
}

/** The bridge that the host put on the window before the page was loaded. */
export function hostOf(target: Window): HostBridge {
  const bridge = target.shenbaoxia
  if (!bridge) throw new Error('The page was opened without its host.')
  return bridge
}

/** Address of a stored file, for pictures and the PDF view. */
export function fileUrl(host: HostBridge, sha256: string, media: string): string {
  return `${host.files}${sha256}?type=${encodeURIComponent(media)}`
}

/** Handles for what was dropped; empty when the gesture carried no files. */
export function droppedFiles(host: HostBridge, data: DataTransfer): Promise<readonly Picked[]> {
  const files = [...data.files]
  return files.length > 0 ? host.handles(files) : Promise.resolve([])
}

/** True while files (not text or a link) are being dragged. */
export function carriesFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false
}
