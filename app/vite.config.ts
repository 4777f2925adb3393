import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixConfig from '../remix.config.js'
import { workerPlugin } from './worker-plugin.ts'

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), workerPlugin()],
  build: { target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: false },
})
