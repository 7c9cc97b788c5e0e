import { boxOf } from './box';
import styles from './signature.module.css';

/** A signature as it was drawn. */
export function Signature({ path, label }: { path: string; label: string }) {
  const box = boxOf(path);
  if (!box) return null;
  return (
    <svg className={styles.drawn} viewBox={box} role="img" aria-label={label}>
      <path d={path} fill="none" stroke="currentColor" strokeWidth={2} strokeLinecap="round" />
    </svg>
  );
}
