import { Dropdown, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format/numbers';
import type { Member, Seat, Zone } from '../api/zones';

interface Props {
  school: Seat;
  zone: Zone;
  /** Other zones the school may go to. */
  others: { id: string; name: string }[];
  onMove: (school: Seat, to: Member | null) => void;
  onZone: (school: Seat, zone: { id: string; name: string }) => void;
  /** What opens the menu. */
  children: ReactNode;
}

/** Everybody a school can be handed to; who has a conflict of interest is named and cannot be chosen. */
export function Mover({ school, zone, others, onMove, onZone, children }: Props) {
  const { t } = useTranslation('zone');
  const items: MenuProps['items'] = [
    ...zone.inspectors
      .filter((one) => one.id !== school.inspectorId)
      .map((one) => {
        const barred = one.conflicts.includes(school.id);
        return {
          key: one.id,
          label: barred ? t('zones.barred', { name: one.name }) : `${one.name}（${number(one.load)}）`,
          disabled: barred,
        };
      }),
    ...(school.inspectorId ? [{ key: 'nobody', label: t('zones.nobody') }] : []),
    ...(others.length > 0
      ? [
          { type: 'divider' as const },
          {
            key: 'zones',
            label: t('zones.otherZone'),
            children: others.map((one) => ({ key: `zone:${one.id}`, label: one.name })),
          },
        ]
      : []),
  ];
  const choose = (key: string) => {
    const other = others.find((one) => `zone:${one.id}` === key);
    if (other) onZone(school, other);
    else onMove(school, zone.inspectors.find((one) => one.id === key) ?? null);
  };
  return (
    <Dropdown
      // eslint-disable-next-line jsx-a11y/no-autofocus -- a menu that was opened takes the focus, so that arrows work
      autoFocus
      trigger={['click']}
      menu={{ items, onClick: ({ key }) => choose(key) }}
    >
      {children}
    </Dropdown>
  );
}
