import { useQueries } from '@tanstack/react-query';
import { Cascader } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/me';
import { regionsQuery, type Region } from '@/lib/api/regions';
import { useRegionName } from '@/lib/url/useRegionName';
import styles from './Shell.module.css';

interface Option {
  value: string;
  label: string;
  children?: Option[];
}

/** A person of one county sees its name; one of a prefecture or province chooses below it. */
export function RegionPicker({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const scope = me.scope?.regionCode ?? '';
  const wide = scope.length < 6;
  const english = i18n.language === 'en';
  const own = useRegionName(scope);
  const name = (region: Region) =>
    (english ? region.nameEn || region.name : region.name) ?? region.code ?? '';
  const [prefectures, counties] = useQueries({
    queries: [
      { ...regionsQuery({ level: 'PREFECTURE' }), enabled: scope.length < 4 },
      { ...regionsQuery({ level: 'COUNTY' }), enabled: wide },
    ],
  });

  if (!wide) return <span className={styles.region}>{own}</span>;

  const option = (region: Region): Option => ({ value: region.code ?? '', label: name(region) });
  const below = (code: string) =>
    (counties.data ?? []).filter((county) => county.code?.startsWith(code)).map(option);
  const middle =
    scope.length < 4
      ? (prefectures.data ?? []).map((p) => ({ ...option(p), children: below(p.code ?? '') }))
      : below(scope);
  const options: Option[] = [{ value: scope, label: own, children: middle }];
  const path = [scope, value.slice(0, 4), value].filter(
    (code, i, all) => code.length >= scope.length && all.indexOf(code) === i,
  );
  return (
    <Cascader
      aria-label={t('top.region')}
      className={styles.regionPicker}
      variant="filled"
      allowClear={false}
      changeOnSelect
      showSearch
      options={options}
      value={path}
      displayRender={(labels) => labels.at(-1)}
      onChange={(codes) => {
        const last = codes.at(-1);
        if (last) onChange(String(last));
      }}
    />
  );
}
