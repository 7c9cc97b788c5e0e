/** The server has the whole file already. */
export const RECEIVED = 'evidence.upload.received';
/** Somebody else has sent a file of this id. */
export const ID_TAKEN = 'evidence.upload.idTaken';
