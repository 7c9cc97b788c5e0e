import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { NoPermission } from '@/components/states/States';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { useDraw, usePreview, type Preview, type Wish } from '../api/draws';
import { Pool } from '../components/Pool';
import { WishForm } from '../components/WishForm';
import styles from '../components/draws.module.css';

/** What is to be drawn, then the pool, then the draw: once. */
export function NewDrawPage() {
  const { t } = useTranslation('draws');
  const may = usePermission();
  const keep = useKeepContext();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const preview = usePreview();
  const draw = useDraw();
  const [seen, see] = useState<{ id: string; wish: Wish; pool: Preview }>();
  if (!may('draw:write')) return <NoPermission />;
  const fail = (error: unknown) => void message.error(problemMessage(error, t), 8);
  const look = (wish: Wish) =>
    preview.mutate(wish, {
      onSuccess: (pool) => see({ id: crypto.randomUUID(), wish, pool }),
      onError: fail,
    });
  const run = ({ id, wish, pool }: NonNullable<typeof seen>) =>
    void modal.confirm({
      title: t('form.draw'),
      content: t('form.drawWhat', {
        schools: number(pool.schools.length),
        inspectors: number(pool.inspectors.length),
      }),
      okText: t('form.draw'),
      onOk: () =>
        draw.mutateAsync({ id, wish, checksum: pool.checksum }).then((made) => {
          void message.success(t('form.drawnNow'));
          void navigate(keep(`/draws/${made.id}`));
        }, fail),
    });
  return (
    <>
      <PageHeader
        back={{ to: keep('/draws'), label: t('title') }}
        title={t('form.title')}
        state={t('form.state')}
      />
      <div className={styles.columns}>
        <WishForm
          seen={seen !== undefined}
          pending={preview.isPending}
          onChange={() => see(undefined)}
          onLook={look}
        />
        <div aria-live="polite">
          {seen ? (
            <Pool
              of={seen.pool}
              action={
                <Button type="primary" loading={draw.isPending} onClick={() => run(seen)}>
                  {t('form.draw')}
                </Button>
              }
            />
          ) : (
            <Section title={t('pool.title')}>
              <p className={styles.help}>{t('pool.hint')}</p>
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
