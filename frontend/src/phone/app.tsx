import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { publishTokens } from '@/lib/theme/tokens';
import { beginTexts } from './i18n';
import { Phone } from './Phone';
import './phone.css';
import { open, start } from './runtime';
import { keepVersion } from './update';

/** Shows what this phone holds, then asks the server. */
export async function begin(): Promise<void> {
  publishTokens(document.documentElement);
  await Promise.all([beginTexts(), open()]);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <Phone />
    </StrictMode>,
  );
  keepVersion();
  await start();
}
