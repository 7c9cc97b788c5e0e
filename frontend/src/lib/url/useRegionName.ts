import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/me';
import { regionsQuery } from '@/lib/api/regions';

const levels = { 2: 'PROVINCE', 4: 'PREFECTURE', 6: 'COUNTY', 9: 'TOWNSHIP' } as const;

/** The name of a region in the caller's scope; its code until the name is known. */
export function useRegionName(code: string): string {
  const { i18n } = useTranslation();
  const me = useMe();
  const own = me.scope.regionCode === code;
  const level = levels[code.length as keyof typeof levels] ?? 'COUNTY';
  const { data } = useQuery({ ...regionsQuery({ level }), enabled: !own || i18n.language === 'en' });
  const found = data?.find((region) => region.code === code);
  if (i18n.language === 'en' && found?.nameEn) return found.nameEn;
  return found?.name ?? (own ? me.scope.regionName : code);
}
