import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { publishTokens } from '@/lib/theme/tokens';
import './i18n';
import { Phone } from './Phone';
import './phone.css';
import { start } from './runtime';
import { keepVersion } from './update';

publishTokens(document.documentElement);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Phone />
  </StrictMode>,
);
keepVersion();
void start();
