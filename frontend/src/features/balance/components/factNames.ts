import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { factCatalogueQuery } from '@/lib/api/facts';
import { useNamed } from '@/lib/i18n/useNamed';

/** Names a fact key: `PRIMARY.pupils` is “小学 在校生数”, `computers` is “教学用计算机台数”. */
export function useFactName(): (key: string) => string {
  const { t } = useTranslation();
  const named = useNamed();
  const { data } = useQuery(factCatalogueQuery);
  return (key) => {
    const [stage, code] = key.includes('.') ? key.split('.') : [undefined, key];
    const name = named(data?.find((fact) => fact.code === code)) || (code ?? key);
    return stage ? `${t(`stage.${stage}`)} ${name}` : name;
  };
}
