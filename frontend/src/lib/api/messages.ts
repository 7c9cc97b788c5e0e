import { queryOptions } from '@tanstack/react-query';
import { api, body } from './client';

/** How many messages wait unread; asked again every minute while the page is looked at. */
export const unreadQuery = queryOptions({
  queryKey: ['messages', 'unread'],
  queryFn: () => body(api.GET('/api/v1/messages/unread')),
  refetchInterval: 60_000,
});
