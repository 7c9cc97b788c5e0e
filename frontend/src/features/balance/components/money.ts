import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format/numbers';

/** Money in 元 with two decimals, from ten thousand on in 万元; always marked. */
export function useMoney(): (yuan: number | null | undefined) => string {
  const { t } = useTranslation('balance');
  return (yuan) => {
    if (yuan === null || yuan === undefined) return number(null);
    return Math.abs(yuan) >= 10_000
      ? t('money.wan', { value: number(yuan / 10_000, 2) })
      : t('money.yuan', { value: number(yuan, 2) });
  };
}
