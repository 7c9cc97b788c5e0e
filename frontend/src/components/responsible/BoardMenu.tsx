import { useQueries } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '@/lib/api/client';
import { download } from '@/lib/api/download';
import { Mark } from '@/components/states/Mark';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';

const pageAddress = (id: string) =>
  body(api.GET('/api/v1/publication/boards/schools/{id}/address', { params: { path: { id } } }));

/** Whether somebody's photo is there. */
const photoOf = (id: string) =>
  body(api.GET('/api/v1/zone/inspectors/{id}', { params: { path: { id } } })).then(
    (one) => one.photo !== null,
  );

const SIZES = ['A4', 'A3'] as const;

interface Props {
  of: 'schools' | 'zones';
  id: string;
  /** Who stands on the boards: whose photo is missing is said before anything is printed. */
  people: { id: string; name: string }[];
}

/** Prints the board of a school, or those of a zone's schools in one file. */
export function BoardMenu({ of, id, people }: Props) {
  const { t } = useTranslation('common');
  const { message } = App.useApp();
  const may = usePermission();
  const [open, setOpen] = useState(false);
  const [making, setMaking] = useState(false);
  const writes = may('zone:write');
  const fail = (error: unknown) => void message.error(problemMessage(error, t), 8);
  const print = (size: (typeof SIZES)[number]) => {
    setMaking(true);
    void download(`/api/v1/publication/boards/${of}/${id}?size=${size}`, 'POST')
      .catch(fail)
      .finally(() => setMaking(false));
  };
  const faceless = useQueries({
    queries: people.map((one) => ({
      queryKey: ['zone', 'inspector', one.id, 'photo'],
      queryFn: () => photoOf(one.id),
      enabled: writes && open,
    })),
    combine: (found) => people.filter((_, i) => found[i]?.data === false).map((one) => one.name),
  });
  if (!writes) return null;
  return (
    <Dropdown
      trigger={['click']}
      onOpenChange={setOpen}
      menu={{
        items: [
          ...(faceless.length > 0
            ? [
                {
                  key: 'faceless',
                  type: 'group' as const,
                  label: (
                    <Mark plain tone="dueSoon">
                      {t('responsible.noPhoto', { names: faceless.join(t('listSeparator')) })}
                    </Mark>
                  ),
                },
              ]
            : []),
          ...SIZES.map((size) => ({
            key: size,
            label: t('responsible.boardSize', { size }),
            onClick: () => print(size),
          })),
          ...(of === 'schools'
            ? [
                {
                  key: 'page',
                  label: t('responsible.publicPage'),
                  onClick: () =>
                    void pageAddress(id).then(
                      ({ address }) => window.open(address, '_blank', 'noreferrer'),
                      fail,
                    ),
                },
              ]
            : []),
        ],
      }}
    >
      <Button loading={making}>{t(`responsible.board.${of}`)}</Button>
    </Dropdown>
  );
}
