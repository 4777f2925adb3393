// @ts-check
// The Vite plugin does not read this file by itself: app/vite.config.ts imports it.

/** @type {NonNullable<Parameters<typeof import('@remix-run/dev').vitePlugin>[0]>} */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
    unstable_optimizeDeps: true,
  },
}
