import { Upload } from 'tus-js-client';
import { OURS } from '@/lib/api/ours';
import type { ApiProblem } from '@/lib/api/problem';
import { currentLanguage } from '@/lib/i18n/language';
import { ENDPOINT, problemOf, statusOf } from './answers';
import { RECEIVED } from './codes';

/** A file with the id and the name the server is to keep it under. */
export interface Outgoing {
  id: string;
  name: string;
  takenAt: string;
  /** Where the server keeps what has arrived of it; null for nothing yet. */
  uploadUrl: string | null;
}

/** Why a file did not arrive. */
export interface NotSent {
  /** Of the answer; 0 when the line broke. */
  status: number;
  problem: ApiProblem;
}

/**
 * Sends a file by tus, once and under its own id; what has arrived of it before is not sent again.
 *
 * @returns nothing when the server has it
 */
export function sendBytes(
  file: Outgoing,
  bytes: Blob,
  onUrl: (url: string) => void,
): Promise<NotSent | undefined> {
  return new Promise((resolve) => {
    const upload = new Upload(bytes, {
      endpoint: ENDPOINT,
      uploadUrl: file.uploadUrl,
      retryDelays: null,
      storeFingerprintForResuming: false,
      headers: { ...OURS, 'Accept-Language': currentLanguage() },
      metadata: { id: file.id, filename: file.name, uploadedAt: file.takenAt },
      onUploadUrlAvailable: () => {
        if (upload.url) onUrl(upload.url);
      },
      onSuccess: () => resolve(undefined),
      onError: (error) => {
        const problem = problemOf(error);
        resolve(problem.code === RECEIVED ? undefined : { status: statusOf(error), problem });
      },
    });
    upload.start();
  });
}
