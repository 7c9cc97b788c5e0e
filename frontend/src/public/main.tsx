import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { publishTokens } from '@/lib/theme/tokens';
import { App } from './App';
import { language } from './texts';
import './public.css';

publishTokens(document.documentElement);
document.documentElement.lang = language;
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App path={window.location.pathname} />
    </StrictMode>,
  );
}
