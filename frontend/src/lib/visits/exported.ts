import type { Asked } from '@/lib/api/types';

/** Says what an exported file is, so that the office’s page takes nothing else. */
export const FORMAT = 'dudao-visit-records';
export const VERSION = 1;

/** Name of the index within the file. */
export const INDEX = 'index.json';
/** Where within the file the bytes of a photo or voice note are. */
export const pathOf = (id: string) => `files/${id}`;

/** A record as it would be sent, with the school’s name for the reader. */
export type ExportedRecord = Asked<'sendVisitRecord'> & {
  schoolName: string;
  /** Its maker has not finished it yet. */
  draft: boolean;
};

/** A photo or voice note of one of the records, or of one the server already has. */
export interface ExportedFile {
  id: string;
  record: string;
  /** Item of the checklist or id of a finding; null for the visit as a whole. */
  item: string | null;
  name: string;
  type: string;
  takenAt: string;
}

/** What a phone could not send: the index of the zip it exports. */
export interface ExportedIndex {
  format: typeof FORMAT;
  version: number;
  /** Subject of who made the records. */
  madeBy: string;
  name: string;
  exportedAt: string;
  records: ExportedRecord[];
  files: ExportedFile[];
}
