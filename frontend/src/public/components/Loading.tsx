import type { ReactNode } from 'react';
import type { Loaded } from '../api';
import { useTexts } from '../texts';
import { Layout } from './Layout';

/** A page whose content is on its way, did not come, or is there. */
export function Loading<T>({
  loaded,
  title,
  unknown,
  children,
}: {
  loaded: Loaded<T>;
  title: string;
  /** what is said of a code nobody knows */
  unknown: string;
  children: (value: T) => ReactNode;
}) {
  const t = useTexts();
  if (loaded.state === 'there') return children(loaded.value);
  const why = loaded.state === 'refused' ? loaded.why : undefined;
  return (
    <Layout title={title}>
      {why ? (
        <div className="verdict quiet" role="status">
          <strong>{why.status === 404 ? unknown : t('failed.title')}</strong>
          <span>{why.status === 404 ? t('unknown.text') : why.message || t('failed.text')}</span>
        </div>
      ) : (
        <div className="skeleton" role="status" aria-label={t('loading')} />
      )}
    </Layout>
  );
}
