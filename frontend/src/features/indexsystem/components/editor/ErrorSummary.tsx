import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNamed } from '@/lib/i18n/useNamed';
import { useFieldName } from '../useFieldName';
import { find, type DraftDocument } from './draft';
import styles from './editor.module.css';
import type { DraftProblem } from './problems';

interface Props {
  draft: DraftDocument;
  problems: DraftProblem[];
  onGo: (problem: DraftProblem) => void;
}

/** Everything the server refused, each a link to its field. */
export function ErrorSummary({ draft, problems, onGo }: Props) {
  const { t } = useTranslation('indexsystem');
  const named = useNamed();
  const fieldName = useFieldName();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <h2>{t('common:errorSummary', { count: problems.length })}</h2>
      <ul>
        {problems.map((problem, index) => {
          const node = find(draft.nodes, problem.uid)?.node;
          const where = [
            node ? `${node.code} ${named(node)}` : undefined,
            problem.path ? fieldName(problem.path) : undefined,
          ].filter(Boolean);
          return (
            <li key={index}>
              <button type="button" className={styles.link} onClick={() => onGo(problem)}>
                {[...where, problem.message].join(t('edit.colon'))}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
