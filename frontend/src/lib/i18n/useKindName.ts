import { useTranslation } from 'react-i18next';

/** 办学类型 by its national code (GB/T 33782-2017 table 4). */
export const SCHOOL_KINDS = [
  '111',
  '211',
  '218',
  '219',
  '311',
  '312',
  '319',
  '321',
  '341',
  '342',
  '345',
  '361',
  '514',
] as const;

/** 城乡分类 codes. */
export const URBAN_RURAL = ['111', '112', '121', '122', '123', '210', '220'] as const;

/** The name of a kind of school; an unknown code stays a code. */
export function useKindName(): (code: string | undefined | null) => string {
  const { t, i18n } = useTranslation();
  return (code) => (code && i18n.exists(`kind.${code}`) ? t(`kind.${code}`) : (code ?? ''));
}
