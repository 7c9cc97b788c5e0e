import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const backend = process.env.DUDAO_URL ?? 'http://localhost:8080';

/** Libraries that change rarely sit in chunks of their own, so that a new release re-downloads only our code. */
const chunks: { name: string; test: RegExp }[] = [
  { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler)\// },
  { name: 'charts', test: /node_modules\/(echarts|zrender)\// },
  { name: 'data', test: /node_modules\/(@tanstack|openapi-fetch|i18next|react-i18next)\// },
];

const page = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    port: 5173,
    proxy: { '/api': backend, '/session': backend, '/q': backend },
  },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    // the desk, and the pages for everybody, which load nothing of it
    rolldownOptions: {
      input: { desk: page('./index.html'), open: page('./p/index.html') },
      output: { codeSplitting: { groups: chunks } },
    },
  },
});
