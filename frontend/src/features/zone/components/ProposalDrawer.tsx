import { App, Button, Drawer, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { usePropose, useZoneDeed, type Mode, type Proposed, type Rule, type ZoneRow } from '../api/zones';
import { ProposalTable, type Choices } from './ProposalTable';
import styles from './zones.module.css';

const MODES: Mode[] = ['FILL', 'BALANCE', 'EXCHANGE'];

interface Props {
  /** The zone it is for; the whole county without one. */
  zone?: { id: string; name: string };
  zones: Pick<ZoneRow, 'id' | 'name'>[];
  rules: Rule[];
  onClose: () => void;
}

/** Asks for a proposal, shows it beside what is, lets a person change it, and accepts it in one step. */
export function ProposalDrawer({ zone, zones, rules, onClose }: Props) {
  const { t } = useTranslation('zone');
  const { message } = App.useApp();
  const today = useToday();
  const [mode, setMode] = useState<Mode>('FILL');
  const [from, setFrom] = useState(today);
  const [proposed, setProposed] = useState<Proposed>();
  const [choices, setChoices] = useState<Choices>({});
  const propose = usePropose();
  const deed = useZoneDeed();
  const fail = (error: unknown) => void message.error(problemMessage(error, t), 8);
  const ask = (wanted: Mode, day: string) => {
    setMode(wanted);
    setFrom(day);
    setProposed(undefined);
    setChoices({});
  };
  const moves = (proposed?.proposal.placements ?? [])
    .map((one) => ({
      schoolId: one.schoolId,
      before: one.beforeId,
      inspectorId: choices[one.schoolId] ?? one.afterId,
    }))
    .filter((one) => one.inspectorId !== one.before);
  const accept = (of: Proposed) =>
    deed.mutate(
      {
        version: of.version,
        deed: {
          name: 'assign',
          body: {
            from: of.from,
            origin: mode === 'EXCHANGE' ? 'EXCHANGE' : 'PROPOSAL',
            moves: moves.map(({ schoolId, inspectorId }) => ({ schoolId, inspectorId })),
          },
        },
      },
      {
        onSuccess: () => {
          void message.success(t('zones.proposal.accepted', { n: number(moves.length), day: date(of.from) }));
          onClose();
        },
        onError: fail,
      },
    );
  return (
    <Drawer
      open
      size={960}
      title={t('zones.proposal.of', { zone: zone?.name ?? t('zones.proposal.county') })}
      onClose={onClose}
      extra={
        proposed && (
          <Button
            type="primary"
            disabled={moves.length === 0}
            loading={deed.isPending}
            onClick={() => accept(proposed)}
          >
            {t('zones.proposal.acceptN', { n: number(moves.length) })}
          </Button>
        )
      }
    >
      <div className={styles.tools}>
        <Radio.Group
          optionType="button"
          value={mode}
          aria-label={t('zones.proposal.mode')}
          onChange={(event) => ask(event.target.value as Mode, from)}
          options={MODES.map((value) => ({ value, label: t(`zones.proposal.modes.${value}`) }))}
        />
        <label>
          {t('zones.from')}{' '}
          <DatePicker
            allowClear={false}
            minDate={dayjs(today)}
            value={dayjs(from)}
            onChange={(day) => ask(mode, day?.format('YYYY-MM-DD') ?? today)}
            aria-label={t('zones.from')}
          />
        </label>
        <Button
          type={proposed ? 'default' : 'primary'}
          loading={propose.isPending}
          onClick={() =>
            propose.mutate(
              { zoneId: zone?.id, mode, from },
              {
                onSuccess: (answer) => {
                  setProposed(answer);
                  setChoices({});
                },
                onError: fail,
              },
            )
          }
        >
          {t('zones.proposal.run')}
        </Button>
      </div>
      <p className={styles.help}>
        {t(`zones.proposal.modeHelp.${mode}`, {
          n: number(rules.find((rule) => rule.code === 'ROTATION_YEARS')?.value ?? 0),
        })}
      </p>
      {proposed && (
        <ProposalTable
          proposed={proposed}
          zones={zones}
          choices={choices}
          onChoose={(school, inspector) => setChoices({ ...choices, [school]: inspector })}
        />
      )}
    </Drawer>
  );
}
