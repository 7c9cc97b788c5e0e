import { useTexts } from '../texts';

/** A portrait, or the place where one would be. */
export function Portrait({ src, name }: { src?: string; name: string }) {
  const t = useTexts();
  return src ? (
    <img className="portrait" src={src} alt={t('photoOf', { name })} width={96} height={128} />
  ) : (
    <span className="portrait none">{t('noPhoto')}</span>
  );
}
