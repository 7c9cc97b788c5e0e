import type { ReactNode } from 'react';
import styles from './SummaryList.module.css';

export interface SummaryItem {
  key: string;
  label: ReactNode;
  value: ReactNode;
  action?: ReactNode;
}

/** Terms and what they are, one per line, with an action at the end where there is one. */
export function SummaryList({ items, columns = 1 }: { items: SummaryItem[]; columns?: 1 | 2 | 3 }) {
  return (
    <dl className={styles.list} data-columns={columns}>
      {items.map((item) => (
        <div key={item.key} className={styles.item}>
          <dt>{item.label}</dt>
          <dd>
            <span>{item.value}</span>
            {item.action}
          </dd>
        </div>
      ))}
    </dl>
  );
}
