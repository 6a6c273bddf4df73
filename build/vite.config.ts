import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * The page. Nothing may be inlined: its Content-Security-Policy allows neither inline scripts nor
 * addresses of kind `data:` for them.
 */
export default defineConfig({
  root: new URL('../renderer', import.meta.url).pathname,
  base: '/',
  plugins: [react()],
  logLevel: 'warn',
  build: {
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
  },
})
