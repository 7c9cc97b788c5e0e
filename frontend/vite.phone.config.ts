import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { version } from './package.json' with { type: 'json' };

const backend = process.env.DUDAO_URL ?? 'http://localhost:8080';

/** Has the browser fetch the application beside the small program that asks the server first, not after it. */
const appBeside: Plugin = {
  name: 'app-beside',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) =>
      Object.values(bundle ?? {}).flatMap((file) => {
        if (file.type !== 'chunk' || !file.facadeModuleId?.endsWith('/phone/app.tsx')) return [];
        const link = (rel: string) => (name: string) => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `/m/${name}` },
          injectTo: 'head' as const,
        });
        const scripts = [file.fileName, ...file.imports].filter((name) => {
          const other = bundle?.[name];
          return other?.type === 'chunk' && !other.isEntry;
        });
        return [
          ...scripts.map(link('modulepreload')),
          ...[...(file.viteMetadata?.importedCss ?? [])].map(link('stylesheet')),
        ];
      }),
  },
};

/** The inspector's phone: an application of its own under /m, nothing of the desk in it. */
export default defineConfig({
  root: fileURLToPath(new URL('./src/phone', import.meta.url)),
  base: '/m/',
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [
    react(),
    appBeside,
    VitePWA({
      // a new version waits until a person says so: never in the middle of a visit
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/m/',
        name: '督导 · 手机端',
        short_name: '督导',
        description: '责任督学入校督导，没有网络也能用',
        lang: 'zh-CN',
        start_url: '/m/',
        scope: '/m/',
        display: 'standalone',
        orientation: 'portrait',
        theme_color: '#0f5e63',
        background_color: '#f5f7f7',
        icons: [
          { src: '/m/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/m/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,svg,png}'],
        navigateFallback: '/m/index.html',
        cleanupOutdatedCaches: true,
        clientsClaim: true,
      },
    }),
  ],
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('./src', import.meta.url)),
      // a third of React's size, which is seconds on a slow line
      react: 'preact/compat',
      'react-dom': 'preact/compat',
    },
  },
  server: { port: 5174, proxy: { '/api': backend, '/session': backend } },
  build: {
    target: 'es2022',
    outDir: fileURLToPath(new URL('./dist/m', import.meta.url)),
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
    // the router asks for what only newer renderers have, and does without
    rolldownOptions: { checks: { importIsUndefined: false } },
  },
});
