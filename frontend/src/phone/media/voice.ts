/** What every office computer plays comes first. */
const PREFERRED = ['audio/mp4', 'audio/webm'];

/** A recording under way; `stop` gives it as a file. */
export interface Recording {
  stop: () => Promise<File>;
}

/** Records what is said; refused when the phone has no microphone or may not use it. */
export async function recordVoice(name: string): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const type = PREFERRED.find((one) => MediaRecorder.isTypeSupported(one));
  const recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
  recorder.start(1000);
  return {
    stop: () =>
      new Promise((resolve) => {
        recorder.addEventListener('stop', () => {
          stream.getTracks().forEach((track) => track.stop());
          const kind = recorder.mimeType.split(';')[0] || 'audio/webm';
          const extension = kind.includes('mp4') ? 'm4a' : kind.includes('ogg') ? 'ogg' : 'webm';
          resolve(new File(parts, `${name}.${extension}`, { type: kind }));
        });
        recorder.stop();
      }),
  };
}
