import { useState } from 'react';
import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { Mark, type Tone } from '@/components/states/Mark';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import type { Act, Score, ScoredNode, Sentence } from '../../api/score';
import type { IndexDocument } from '@/lib/indexsystem/model';
import { items } from '@/lib/indexsystem/tree';
import styles from './trial.module.css';

interface Props {
  score: Score;
  document: IndexDocument;
  /** Goes to an item that is still missing. */
  onGo?: (code: string) => void;
}

const tones: Partial<Record<Act, Tone>> = {
  DEDUCTED: 'failing',
  VETOED: 'failing',
  FAILED: 'failing',
  DOWNGRADED: 'failing',
  CAPPED: 'dueSoon',
  MISSING: 'dueSoon',
  ADDED: 'done',
  PASSED: 'done',
  GRADED: 'accent',
};
/** What a reader looks for first: where marks went, and what is not there. */
const LOSSES: readonly Act[] = ['DEDUCTED', 'CAPPED', 'SKIPPED', 'VETOED', 'MISSING', 'SCALED', 'ADDED'];

/** A total that explains itself: the figure, how it came about, and the tree behind it. */
export function ScoreView({ score, document, onGo }: Props) {
  const { t } = useTranslation('indexsystem');
  const named = useNamed();
  const [onlyLosses, setOnlyLosses] = useState(false);
  const grade = document.grades.find((one) => one.code === score.grade);
  const sub = grade?.subgrades.find((one) => one.code === score.subgrade);
  const asked = items(document.nodes);
  const name = (code: string) => named(asked.find((node) => node.code === code));
  return (
    <div>
      <Head score={score} grade={grade && [named(grade), sub && named(sub)].filter(Boolean).join(' ')} />
      {score.missing.length > 0 && (
        <div className={styles.missing}>
          <b>{t('trial.missing', { count: score.missing.length })}</b>
          <ul>
            {score.missing.map((code) => (
              <li key={code}>
                {onGo ? (
                  <button type="button" onClick={() => onGo(code)}>
                    {code} {name(code)}
                  </button>
                ) : (
                  `${code} ${name(code)}`
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Sentences sentences={score.sentences} />
      <label className={styles.switch}>
        <Switch size="small" checked={onlyLosses} onChange={setOnlyLosses} /> {t('trial.onlyLosses')}
      </label>
      <ul className={styles.tree} aria-label={t('trial.explained')}>
        {score.nodes.map((node) => (
          <Explained key={node.code} node={node} onlyLosses={onlyLosses} />
        ))}
      </ul>
    </div>
  );
}

function Head({ score, grade }: { score: Score; grade: string | undefined }) {
  const { t } = useTranslation('indexsystem');
  const withheld = score.missing.length > 0;
  const scored = score.full !== null;
  return (
    <div className={styles.head} role="status">
      {scored && (
        <span className={styles.total}>
          {score.total === null ? t('trial.noTotal') : number(score.total)}
          {score.total !== null && <small>{t('trial.of', { full: number(score.full) })}</small>}
        </span>
      )}
      {grade && <Mark tone="accent">{grade}</Mark>}
      {score.vetoed && <Mark tone="failing">{t('rules.veto')}</Mark>}
      {score.passed !== null && (
        <Mark tone={score.passed ? 'done' : 'failing'}>
          {t(score.passed ? 'trial.passed' : 'trial.failed')}
        </Mark>
      )}
      {withheld && scored && score.soFar !== null && (
        <span>{t('trial.soFar', { soFar: number(score.soFar) })}</span>
      )}
      {withheld && !scored && <Mark tone="dueSoon">{t('trial.unfinished')}</Mark>}
    </div>
  );
}

const worthTelling = (node: ScoredNode): boolean =>
  node.outcome === 'MISSING' ||
  node.met === false ||
  node.sentences.some((sentence) => LOSSES.includes(sentence.act)) ||
  (node.children.length === 0 && node.full !== null && node.given !== null && node.given < node.full) ||
  node.children.some(worthTelling);

function Explained({ node, onlyLosses }: { node: ScoredNode; onlyLosses: boolean }) {
  const { t } = useTranslation('indexsystem');
  const named = useNamed();
  if (onlyLosses && !worthTelling(node)) return null;
  return (
    <li data-outcome={node.outcome}>
      <div className={styles.line}>
        <span>
          <span className="dd-faint">{node.code}</span> {named(node)}
        </span>
        {node.met !== null && (
          <Mark plain tone={node.met ? 'done' : 'failing'}>
            {t(node.met ? 'trial.met' : 'trial.notMet')}
          </Mark>
        )}
        {node.letter && <b>{node.letter}</b>}
        {node.outcome === 'NOT_APPLICABLE' && <Mark tone="quiet">{t('checklist:notApplicable')}</Mark>}
        {node.outcome === 'MISSING' && <Mark tone="dueSoon">{t('trial.open')}</Mark>}
        {node.full !== null && (
          <span className="dd-num">
            {number(node.given)} / {number(node.full)}
          </span>
        )}
      </div>
      <Sentences sentences={node.sentences} />
      {node.children.length > 0 && (
        <ul>
          {node.children.map((child) => (
            <Explained key={child.code} node={child} onlyLosses={onlyLosses} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Sentences({ sentences }: { sentences: Sentence[] }) {
  const { t } = useTranslation('indexsystem');
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.sentences}>
      {sentences.map((sentence, i) => (
        <li key={i} data-tone={tones[sentence.act]}>
          <span className={styles.act}>{t(`trial.act.${sentence.act}`)}</span> {sentence.text}
          {sentence.by && ` ${t('trial.by', { by: sentence.by })}`}
        </li>
      ))}
    </ul>
  );
}
