import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './imports.module.css';

/** A file by dragging, by pressing, or by keyboard. */
export function FileDrop({ file, onFile }: { file: File | undefined; onFile: (file: File) => void }) {
  const { t } = useTranslation('imports');
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
        accept=".xlsx,.csv"
        aria-label={t('wizard.file')}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) onFile(chosen);
        }}
      />
      {file ? <span className={styles.dropFile}>{file.name}</span> : t('wizard.drop')}
      <span className={styles.hint} style={{ display: 'block' }}>
        {t('wizard.dropHint')}
      </span>
    </label>
  );
}
