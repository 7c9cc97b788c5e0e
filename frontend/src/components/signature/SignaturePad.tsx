import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import Pad, { type PointGroup } from 'signature_pad';
import styles from './signature.module.css';

/** The strokes as an SVG path of whole numbers: small, and nothing in it can run. */
export function toPath(strokes: PointGroup[]): string {
  return strokes
    .filter((stroke) => stroke.points.length > 0)
    .map((stroke) =>
      stroke.points
        .map((point, i) => `${i === 0 ? 'M' : 'L'}${Math.round(point.x)} ${Math.round(point.y)}`)
        .join(' '),
    )
    .join(' ');
}

interface Props {
  /** Something was signed before the box was opened. */
  signed?: boolean;
  onChange: (path: string) => void;
}

/** A box to sign in with finger, pen or mouse. */
export function SignaturePad({ signed = false, onChange }: Props) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<Pad>(null);
  const [marked, setMarked] = useState(signed);
  const told = useRef(onChange);
  useEffect(() => {
    told.current = onChange;
  }, [onChange]);
  useEffect(() => {
    const box = canvas.current;
    if (!box) return undefined;
    box.width = box.clientWidth;
    box.height = box.clientHeight;
    const made = new Pad(box, { minWidth: 1, maxWidth: 2.5 });
    const tell = () => {
      setMarked(true);
      told.current(toPath(made.toData()));
    };
    made.addEventListener('endStroke', tell);
    pad.current = made;
    return () => {
      made.removeEventListener('endStroke', tell);
      made.off();
    };
  }, []);
  return (
    <div>
      <canvas ref={canvas} className={styles.pad} aria-label={t('signature.label')} role="img" />
      {marked && (
        <button
          type="button"
          className={styles.again}
          onClick={() => {
            pad.current?.clear();
            setMarked(false);
            onChange('');
          }}
        >
          {t('signature.again')}
        </button>
      )}
    </div>
  );
}
