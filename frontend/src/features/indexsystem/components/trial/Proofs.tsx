import { useTranslation } from 'react-i18next';
import { Uploader } from '@/components/evidence/Uploader';
import { usePermission } from '@/lib/api/me';

interface Props {
  files: string[];
  onChange: (files: string[]) => void;
}

/** What proves an item, sent and chosen as everywhere: the score names files there really are. */
export function Proofs({ files, onChange }: Props) {
  const { t } = useTranslation('indexsystem');
  const may = usePermission();
  if (!may('evidence:upload')) return <p>{t('trial.noUpload')}</p>;
  return (
    <Uploader
      value={{ ids: files, pending: 0 }}
      onChange={({ ids }) => {
        if (ids.join() !== files.join()) onChange(ids);
      }}
    />
  );
}
