import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { useNamed } from '@/lib/i18n/useNamed';
import { PASS_KINDS, type PassRule } from '@/lib/indexsystem/model';
import { all } from '@/lib/indexsystem/tree';
import { useRuleWords } from '../useRuleWords';
import type { DraftDocument } from './draft';
import styles from './editor.module.css';
import { ChoiceField, NumberField, TextField } from './Field';
import { Rows } from './Rows';

interface Props {
  draft: DraftDocument;
  onChange: (change: Partial<DraftDocument>, field: string) => void;
}

/** What must hold to pass; each read back in words. */
export function PassRulesForm({ draft, onChange }: Props) {
  const { t } = useTranslation('indexsystem');
  const named = useNamed();
  const words = useRuleWords(draft);
  const scopes = all(draft.nodes)
    .filter((node) => !node.item)
    .map((node) => ({ value: node.code, label: `${node.code} ${named(node)}` }));
  return (
    <Section title={t('field.passRules')} note={t('rules.pass')}>
      <Rows<PassRule>
        title={t('field.passRules')}
        headed
        path="passRules"
        rows={draft.passRules}
        addLabel={t('edit.addPassRule')}
        make={() => ({ kind: 'TOTAL', of: null, least: 60, restShare: null, failOn: [] })}
        onChange={(passRules) => onChange({ passRules }, 'passRules')}
      >
        {(rule, change, path) => (
          <>
            <ChoiceField
              label={t('edit.passKind')}
              path={`${path}.kind`}
              value={rule.kind}
              options={PASS_KINDS.map((value) => ({ value, label: t(`edit.pass.${value}`) }))}
              onChange={(kind) => kind && change({ kind })}
            />
            {rule.kind !== 'TOTAL' && (
              <ChoiceField
                label={t('field.of')}
                path={`${path}.of`}
                clearable
                value={rule.of}
                options={scopes}
                onChange={(of) => change({ of })}
              />
            )}
            {(rule.kind === 'TOTAL' || rule.kind === 'AT_LEAST_MET') && (
              <NumberField
                label={t('field.least')}
                path={`${path}.least`}
                min={0}
                unit={t(rule.kind === 'TOTAL' ? 'unit.points' : 'edit.itemsUnit')}
                value={rule.least}
                onChange={(least) => change({ least })}
              />
            )}
            {rule.kind === 'AT_LEAST_MET' && (
              <NumberField
                label={t('field.restShare')}
                path={`${path}.restShare`}
                min={0}
                max={1}
                step={0.05}
                hint={t('edit.floorHint')}
                value={rule.restShare}
                onChange={(restShare) => change({ restShare })}
              />
            )}
            {rule.kind === 'LETTERS' && (
              <div className={styles.whole}>
                <Rows
                  title={t('field.failOn')}
                  path={`${path}.failOn`}
                  rows={rule.failOn}
                  addLabel={t('edit.addLetter')}
                  make={() => ({ letter: 'C', count: 1 as number | null })}
                  onChange={(failOn) => change({ failOn })}
                >
                  {(fail, changeFail, failPath) => (
                    <>
                      <TextField
                        label={t('field.letter')}
                        path={`${failPath}.letter`}
                        max={20}
                        value={fail.letter}
                        onChange={(letter) => changeFail({ letter: letter ?? '' })}
                      />
                      <NumberField
                        label={t('edit.letterCount')}
                        path={`${failPath}.count`}
                        min={1}
                        value={fail.count}
                        onChange={(count) => changeFail({ count })}
                      />
                    </>
                  )}
                </Rows>
              </div>
            )}
            <p className={`${styles.says} ${styles.whole}`}>{words.pass(rule)}</p>
          </>
        )}
      </Rows>
    </Section>
  );
}
