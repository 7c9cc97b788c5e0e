import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sendFile } from '@/lib/api/client';
import type { Import, ImportKind } from './import';

interface Upload {
  file: File;
  kind: ImportKind;
  year?: number;
  mappingId?: string;
}

/** Hands a workbook to the server, which reads its headers at once. */
export function useUpload() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, kind, year, mappingId }: Upload) => {
      const form = new FormData();
      form.append('file', file);
      form.append('kind', kind);
      if (year) form.append('year', String(year));
      if (mappingId) form.append('mappingId', mappingId);
      return sendFile<Import>('/api/v1/imports', form);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
}
