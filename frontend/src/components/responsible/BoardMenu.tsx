import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, body } from '@/lib/api/client';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';

const pageAddress = (id: string) =>
  body(api.GET('/api/v1/publication/boards/schools/{id}/address', { params: { path: { id } } }));

const SIZES = ['A4', 'A3'] as const;

/** Prints the board of a school, or those of a zone's schools in one file. */
export function BoardMenu({ of, id }: { of: 'schools' | 'zones'; id: string }) {
  const { t } = useTranslation('common');
  const { message } = App.useApp();
  const may = usePermission();
  if (!may('zone:write')) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...SIZES.map((size) => ({
            key: size,
            label: (
              <a
                href={`/api/v1/publication/boards/${of}/${id}?size=${size}`}
                target="_blank"
                rel="noreferrer"
              >
                {t('responsible.boardSize', { size })}
              </a>
            ),
          })),
          ...(of === 'schools'
            ? [
                {
                  key: 'page',
                  label: t('responsible.publicPage'),
                  onClick: () =>
                    void pageAddress(id).then(
                      ({ address }) => window.open(address, '_blank', 'noreferrer'),
                      (error: unknown) => message.error(problemMessage(error, t), 8),
                    ),
                },
              ]
            : []),
        ],
      }}
    >
      <Button>{t(`responsible.board.${of}`)}</Button>
    </Dropdown>
  );
}
