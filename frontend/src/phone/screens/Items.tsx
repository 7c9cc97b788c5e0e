import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Checklist } from '@/components/checklist/Checklist';
import { emptyAnswer, type ItemAnswer } from '@/components/checklist/answers';
import { useNamed } from '@/lib/i18n/useNamed';
import type { ItemNode } from '@/lib/indexsystem/tree';
import { Files } from '../components/Files';
import { Kept } from '../components/Kept';
import { Phrases } from '../components/Phrases';
import { Screen } from '../components/Screen';
import { locate } from '../media/place';
import styles from '../phone.module.css';
import { useAtWork } from './RecordFrame';

/** The checklist, one item per screen. */
export function Items() {
  const { t } = useTranslation('phone');
  const [params, setParams] = useSearchParams();
  const { draft, document, change, failed } = useAtWork();
  const answer = (given: ItemAnswer) =>
    change((before) => ({ ...before, answers: { ...before.answers, [given.item]: given } }));
  return (
    <Screen title={draft.schoolName} back={`/records/${draft.id}`} notices={<Kept failed={failed} />} flush>
      <Checklist
        mode="one"
        nodes={document.nodes}
        start={params.get('at') ?? undefined}
        onMove={(at) => setParams({ at }, { replace: true })}
        answers={draft.answers}
        onAnswer={answer}
        locate={locate}
        beside={(node, given) => <Beside key={node.code} node={node} given={given} />}
      />
      <p className={styles.hidden} role="status">
        {t('record.saved')}
      </p>
    </Screen>
  );
}

/** What goes with an answer: a remark, photos, voice, and findings raised on it. */
function Beside({ node, given }: { node: ItemNode; given: ItemAnswer }) {
  const { t } = useTranslation('phone');
  const named = useNamed();
  const navigate = useNavigate();
  const { draft, change } = useAtWork();
  const with_ = (next: Partial<ItemAnswer>) =>
    change((before) => ({
      ...before,
      answers: {
        ...before.answers,
        [node.code]: { ...(before.answers[node.code] ?? emptyAnswer(node.code)), ...next },
      },
    }));
  const raised = draft.findings.filter((found) => found.item === node.code);
  const raise = () => {
    const id = crypto.randomUUID();
    change((before) => ({
      ...before,
      findings: [
        ...before.findings,
        { id, item: node.code, rule: named(node), description: given.note ?? '', severity: 'GENERAL' },
      ],
    }));
    void navigate(`/records/${draft.id}/findings?at=${id}&from=${node.code}`);
  };
  return (
    <div className={styles.beside}>
      <label className={styles.field}>
        <span>{t('item.note')}</span>
        <textarea
          rows={2}
          maxLength={2000}
          value={given.note ?? ''}
          onChange={(event) => with_({ note: event.target.value || null })}
        />
      </label>
      <Phrases typed={given.note ?? ''} onPick={(note) => with_({ note })} />
      <Files record={draft.id} item={node.code} onChange={(evidence) => with_({ evidence })} />
      <button type="button" onClick={raise}>
        {raised.length > 0
          ? `${t('item.raise')} · ${t('item.raised', { count: raised.length })}`
          : t('item.raise')}
      </button>
    </div>
  );
}
