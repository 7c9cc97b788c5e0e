import type { Page } from '@playwright/test';

/**
 * Puts finished visits with small photos into this phone's queue, sealed with its person's own key as the application does.
 * What would be sent of each stands in `window.envelopes`.
 */
export const queue = (page: Page, visits: number, photosEach: number): Promise<string[]> =>
  page.evaluate(
    async ([count, photos]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('dudao-phone');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const all = <T>(name: string) =>
        new Promise<T[]>((resolve) => {
          const asked = database.transaction(name).objectStore(name).getAll();
          asked.onsuccess = () => resolve(asked.result as T[]);
        });
      const person = (await all<{ subject: string; key: CryptoKey | null }>('people')).find((one) => one.key);
      if (!person?.key) throw new Error('nobody is logged in');
      const key = person.key;
      const seal = async (bytes: BufferSource) => {
        const iv = crypto.getRandomValues(new Uint8Array(12));
        return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) };
      };
      const open = async (sealed: { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }) =>
        JSON.parse(
          new TextDecoder().decode(
            await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.data),
          ),
        ) as { schools: { id: string; name: string }[]; systems: { id: string; code: string }[] };
      const [row] = await all<{ sealed: { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer } }>('packs');
      if (!row) throw new Error('nothing was taken along');
      const pack = await open(row.sealed);
      const system = pack.systems.find((one) => one.code === 'VISIT_EIGHT_MATTERS');
      const canvas = document.createElement('canvas');
      canvas.width = 96;
      canvas.height = 72;
      const pen = canvas.getContext('2d');
      const envelopes: Record<string, unknown> = {};
      const ids: string[] = [];
      for (let i = 0; i < count; i++) {
        const school = pack.schools[i % pack.schools.length];
        const id = crypto.randomUUID();
        const files = [];
        for (let n = 0; n < photos; n++) {
          pen?.clearRect(0, 0, 96, 72);
          pen?.fillText(`${i}.${n} ${id}`, 2, 20);
          const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.7));
          files.push({
            id: crypto.randomUUID() as string,
            bytes: (await blob?.arrayBuffer()) ?? new ArrayBuffer(0),
          });
        }
        const now = new Date(Date.now() - 3_600_000 + i * 1000).toISOString();
        const given = {
          item: '1.1',
          notApplicable: false,
          choice: 'YES',
          number: null,
          text: null,
          marks: null,
          longitude: null,
          latitude: null,
          evidence: files.map((file) => file.id),
          note: `第${i}次`,
          by: null,
        };
        const shared = {
          id,
          visitId: crypto.randomUUID(),
          schoolId: school?.id,
          kind: 'ROUTINE',
          systemId: system?.id,
          startedAt: now,
          finishedAt: now,
          position: null,
          positionNote: '室内没有信号',
          findings: [],
          received: null,
          feedback: null,
        };
        envelopes[id] = { ...shared, sentAt: now, answers: [given] };
        const draft = { ...shared, planned: false, schoolName: school?.name, answers: { '1.1': given } };
        const sealed = await seal(new TextEncoder().encode(JSON.stringify(draft)));
        const contents = await Promise.all(files.map((file) => seal(file.bytes)));
        const change = database.transaction(['records', 'files', 'bytes'], 'readwrite');
        change.objectStore('records').put({
          id,
          owner: person.subject,
          state: photos > 0 ? 'ready' : 'draft',
          visitId: shared.visitId,
          changedAt: Date.now() + i,
          sealed,
          refusal: null,
          receivedAt: null,
        });
        files.forEach((file, n) => {
          change.objectStore('bytes').put({ id: file.id, sealed: contents[n] });
          change.objectStore('files').put({
            id: file.id,
            owner: person.subject,
            record: id,
            item: '1.1',
            kind: 'photo',
            name: `照片${n + 1}.jpg`,
            type: 'image/jpeg',
            size: file.bytes.byteLength,
            takenAt: now,
            state: 'waiting',
            uploadUrl: null,
            refusal: null,
          });
        });
        await new Promise((done) => change.addEventListener('complete', done));
        ids.push(id);
      }
      database.close();
      (window as unknown as { envelopes: unknown }).envelopes = envelopes;
      return ids;
    },
    [visits, photosEach] as const,
  );
