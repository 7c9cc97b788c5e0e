import { api, body } from '@/lib/api/client';

/** Issues the letter of a term; the second time it is the one that is there. */
export const issueLetter = (id: string) =>
  body(api.POST('/api/v1/publication/appointments/{id}/letter', { params: { path: { id } } }));

/** Where the browser shows the card of a term. */
export const cardHref = (id: string) => `/api/v1/publication/appointments/${id}/card`;
