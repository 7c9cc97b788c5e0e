import type { IndexDocument } from '@/lib/indexsystem/model';

/** A document received as a JSON file; undefined when the text is none. What is wrong in it the server tells. */
export function receivedDocument(text: string): IndexDocument | undefined {
  try {
    const read: unknown = JSON.parse(text);
    const whole = typeof read === 'object' && read !== null && 'nodes' in read && 'settings' in read;
    return whole ? (read as IndexDocument) : undefined;
  } catch {
    return undefined;
  }
}
