import type { VaultInfo } from '../../shared/model/vault.ts'
import { useAsk } from './use-ask.ts'

/** The open vault, or null while there is none. */
export function useVault(): VaultInfo | null {
  return useAsk('vault.state', {}).data?.open ?? null
}

/** True while the open vault can only be looked at. */
export function useReadOnly(): boolean {
  return useVault()?.readOnly ?? false
}

/** Today in China as the engine told it, YYYY-MM-DD. */
export function useToday(): string {
  return useAsk('vault.state', {}).data?.today ?? ''
}
