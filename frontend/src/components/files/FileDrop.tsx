import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './FileDrop.module.css';

interface Props {
  file: File | undefined;
  /** Name of the field. */
  label: string;
  /** What kinds of files, how large. */
  hint: string;
  /** Endings, e.g. `.xlsx,.csv`. */
  accept: string;
  onFile: (file: File) => void;
}

/** A file by dragging, by pressing, or by keyboard. */
export function FileDrop({ file, label, hint, accept, onFile }: Props) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped) onFile(dropped);
  };
  return (
    <label
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen) onFile(chosen);
        }}
      />
      {file ? <span className={styles.file}>{file.name}</span> : t('files.drop')}
      <span className={styles.hint}>{hint}</span>
    </label>
  );
}
