import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/components/states/QueryView';
import { PlainTable } from '@/components/table/PlainTable';
import { factCatalogueQuery } from '@/lib/api/facts';
import { problemMessage } from '@/lib/api/problem';
import { useUnit } from '@/lib/i18n/useNamed';
import { costsQuery, usePutCosts, type CostSheet } from '../api/costs';
import { useFactName } from './factNames';

/** What a unit costs here; facts left alone keep the price of the region above or of the framework. */
export function CostsDrawer({ region, onClose }: { region: string; onClose: () => void }) {
  const { t } = useTranslation('balance');
  const query = useQuery(costsQuery(region));
  return (
    <Drawer open onClose={onClose} size={560} title={t('plan.costs')}>
      <QueryView query={query}>
        {(sheet) => <Form key={sheet.version} sheet={sheet} onDone={onClose} />}
      </QueryView>
    </Drawer>
  );
}

function Form({ sheet, onDone }: { sheet: CostSheet; onDone: () => void }) {
  const { t } = useTranslation('balance');
  const { message } = App.useApp();
  const factName = useFactName();
  const unit = useUnit();
  const facts = useQuery(factCatalogueQuery);
  const put = usePutCosts(sheet);
  const [own, setOwn] = useState<Record<string, number>>(sheet.own);
  const codes = Object.keys(sheet.effective).sort();
  return (
    <>
      <p>{t('plan.costsNote')}</p>
      <PlainTable
        label={t('plan.costs')}
        columns={[
          { title: t('plan.what') },
          { title: t('plan.unitCost'), numeric: true },
          { title: t('plan.per') },
        ]}
        rows={codes.map((code) => ({
          key: code,
          cells: [
            factName(code),
            <InputNumber
              key="cost"
              controls={false}
              min={0.01}
              style={{ width: 140 }}
              aria-label={factName(code)}
              value={own[code] ?? null}
              placeholder={String(sheet.effective[code] ?? '')}
              onChange={(value) => {
                const next = { ...own };
                if (value === null) delete next[code];
                else next[code] = value;
                setOwn(next);
              }}
            />,
            t('plan.perUnit', { unit: unit(facts.data?.find((fact) => fact.code === code)) }),
          ],
        }))}
      />
      <p>
        <Button
          type="primary"
          loading={put.isPending}
          onClick={() =>
            put.mutate(own, {
              onSuccess: () => {
                void message.success(t('plan.costsSaved'));
                onDone();
              },
              onError: (error) => void message.error(problemMessage(error, t)),
            })
          }
        >
          {t('common:action.save')}
        </Button>
      </p>
    </>
  );
}
