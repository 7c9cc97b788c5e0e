import { useEffect, type ReactNode } from 'react';
import { choose, language, useTexts } from '../texts';

/** A page for everybody: head, one title, content, foot. */
export function Layout({ title, office, children }: { title: string; office?: string; children: ReactNode }) {
  const t = useTexts();
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <header className="head">
        <span>{office ?? t('site')}</span>
        <button
          type="button"
          lang={language === 'en' ? 'zh-CN' : 'en'}
          onClick={() => choose(language === 'en' ? 'zh-CN' : 'en')}
        >
          {t('otherLanguage')}
        </button>
      </header>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
      <footer>{t('foot')}</footer>
    </>
  );
}
