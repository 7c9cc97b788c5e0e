import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch, queryString, sendFile } from '@/lib/api/client';
import type { Schema } from '@/lib/api/types';

export type Templates = Schema<'DocumentTemplates'>;
export type Office = Schema<'Office'>;

export const templatesQuery = queryOptions({
  queryKey: ['publication', 'templates'],
  queryFn: () => body(api.GET('/api/v1/publication/templates')),
});

export const templateQuery = (kind: string) =>
  queryOptions({
    queryKey: ['publication', 'template', kind],
    queryFn: () =>
      bodyAs<Templates>(api.GET('/api/v1/publication/templates/{kind}', { params: { path: { kind } } })),
  });

export const officeQuery = queryOptions({
  queryKey: ['publication', 'office'],
  queryFn: () => bodyAs<Office>(api.GET('/api/v1/publication/office')),
});

/** @param version 0 the shipped one, left out the one in use */
export const templateHref = (kind: string, what: 'file' | 'preview', version?: number) =>
  `/api/v1/publication/templates/${kind}/${what}${queryString({ version })}`;

export function useChangeTemplate({ kind, version }: Templates) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['publication'] });
  return {
    replace: useMutation({
      mutationFn: (file: File) => {
        const form = new FormData();
        form.append('file', file);
        return sendFile<Templates>(`/api/v1/publication/templates/${kind}/versions`, form, {
          headers: ifMatch(version),
        });
      },
      onSettled,
    }),
    use: useMutation({
      mutationFn: (versionNo: number) =>
        bodyAs<Templates>(
          api.POST('/api/v1/publication/templates/{kind}/use', {
            params: { path: { kind }, header: ifMatch(version) },
            body: { version: versionNo },
          }),
        ),
      onSettled,
    }),
  };
}

export function useRenameOffice(office: Office) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      bodyAs<Office>(
        api.PUT('/api/v1/publication/office', {
          params: { header: ifMatch(office.version) },
          body: { name },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['publication', 'office'] }),
  });
}
