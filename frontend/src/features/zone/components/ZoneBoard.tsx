import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '@/components/states/Mark';
import { date } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import type { Member, Seat, Zone } from '../api/zones';
import { Mover } from './Mover';
import styles from './zones.module.css';

interface Props {
  zone: Zone;
  /** Other zones a school may go to; none for those who may not change anything. */
  others: { id: string; name: string }[];
  may: boolean;
  onMove: (school: Seat, to: Member | null) => void;
  onZone: (school: Seat, zone: { id: string; name: string }) => void;
  onMember: (member: Member, deed: 'leader' | 'member' | 'leave') => void;
}

/** A column for each inspector with the schools they are responsible for, and one for those without. */
export function ZoneBoard(props: Props) {
  const { t } = useTranslation('zone');
  const { zone, may } = props;
  const [dragged, setDragged] = useState<Seat>();
  const free = zone.schools.filter((s) => !zone.inspectors.some((i) => i.id === s.inspectorId));
  const columns: (Member | null)[] = [null, ...zone.inspectors];
  return (
    <div className={styles.board} role="group" aria-label={t('zones.board')}>
      {columns.map((member) => (
        <Column
          key={member?.id ?? 'free'}
          {...props}
          member={member}
          schools={member ? zone.schools.filter((s) => s.inspectorId === member.id) : free}
          dragged={may ? dragged : undefined}
          onDrag={setDragged}
        />
      ))}
    </div>
  );
}

interface ColumnProps extends Props {
  member: Member | null;
  schools: Seat[];
  dragged: Seat | undefined;
  onDrag: (school: Seat | undefined) => void;
}

function Column(props: ColumnProps) {
  const { member, schools, dragged, onDrag, onMove, zone, may, onMember } = props;
  const { t } = useTranslation('zone');
  const [over, setOver] = useState(false);
  const barred = Boolean(dragged && member?.conflicts.includes(dragged.id));
  const name = member?.name ?? t('zones.free');
  const most = zone.rules.find((rule) => rule.code === 'SCHOOLS_PER_INSPECTOR')?.value ?? Infinity;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (dragged && !barred && (dragged.inspectorId ?? null) !== (member?.id ?? null)) onMove(dragged, member);
    onDrag(undefined);
  };
  return (
    // dragging is for the mouse; each school's own menu does the same by keyboard

    <section
      className={styles.column}
      aria-label={name}
      data-over={(over && dragged && !barred) || undefined}
      data-barred={(over && barred) || undefined}
      onDragOver={(event) => {
        if (dragged && !barred) event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={styles.head}>
        <h2>
          {name}
          {member?.leader && ` · ${t('zones.leader')}`}
          <small>
            {member && member.load > most ? (
              <Mark plain tone="dueSoon">
                {t('zones.load', { n: number(member.load) })}
              </Mark>
            ) : (
              <span>{t('zones.load', { n: number(member?.load ?? schools.length) })}</span>
            )}
            {member &&
              (member.inOffice && member.endsOn ? (
                <span className={styles.name}>{t('zones.endsOn', { day: date(member.endsOn) })}</span>
              ) : (
                <Mark plain tone="failing">
                  {t('zones.notInOffice')}
                </Mark>
              ))}
          </small>
        </h2>
        {member && may && (
          <Dropdown
            // eslint-disable-next-line jsx-a11y/no-autofocus -- a menu that was opened takes the focus, so that arrows work
            autoFocus
            trigger={['click']}
            menu={{
              items: [
                member.leader
                  ? { key: 'member', label: t('zones.noLonger') }
                  : { key: 'leader', label: t('zones.makeLeader') },
                { key: 'leave', label: t('zones.leave'), danger: true },
              ],
              onClick: ({ key }) => onMember(member, key as 'leader' | 'member' | 'leave'),
            }}
          >
            <Button
              type="text"
              icon={<MoreOutlined aria-hidden />}
              aria-label={t('zones.member', { name })}
            />
          </Dropdown>
        )}
      </div>
      <ul>
        {schools.length === 0 && <li className={styles.none}>{t('zones.empty1')}</li>}
        {schools.map((school) => (
          <Card key={school.id} {...props} school={school} />
        ))}
      </ul>
    </section>
  );
}

function Card({ school, member, may, onDrag, ...props }: ColumnProps & { school: Seat }) {
  const { t } = useTranslation('zone');
  const keep = useKeepContext();
  const years = props.zone.rules.find((rule) => rule.code === 'ROTATION_YEARS')?.value ?? 0;
  return (
    <li
      className={styles.card}
      draggable={may}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', school.name);
        onDrag(school);
      }}
      onDragEnd={() => onDrag(undefined)}
    >
      <Link to={keep(`/schools/${school.id}?tab=responsible`)} draggable={false}>
        {school.name}
      </Link>
      {member?.conflicts.includes(school.id) && (
        <Mark plain tone="failing">
          {t('zones.conflict')}
        </Mark>
      )}
      {school.rotationDue && (
        <Mark plain tone="dueSoon">
          {t('zones.rotationDue', { n: number(years) })}
        </Mark>
      )}
      {!member && school.compulsory && (
        <Mark plain tone="failing">
          {school.inspectorName
            ? t('zones.kinds.OUTSIDE_ZONE', { school: school.name, inspector: school.inspectorName })
            : t('zones.free')}
        </Mark>
      )}
      <div className={styles.foot}>
        <small>{school.regionName}</small>
        {may && (
          <Mover {...props} school={school}>
            <Button size="small" aria-label={t('zones.moveOf', { school: school.name })}>
              {t('zones.move')}
            </Button>
          </Mover>
        )}
      </div>
      {school.since && <small>{t('zones.held', { day: date(school.since) })}</small>}
    </li>
  );
}
