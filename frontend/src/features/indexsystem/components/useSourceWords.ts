import { useTranslation } from 'react-i18next';
import { SOURCES_EN } from '../locale/sources.en';

/** A text of a source in the reader's language; what nobody has put into English stays as it was written. */
export function useSourceWords(): (text: string) => string {
  const { i18n } = useTranslation('indexsystem');
  return (text) => (i18n.language === 'en' ? (SOURCES_EN[text] ?? text) : text);
}
