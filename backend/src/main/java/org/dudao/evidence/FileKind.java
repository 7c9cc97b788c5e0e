package org.dudao.evidence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a file is to its reader. */
@Schema(name = "EvidenceFileKind")
public enum FileKind {
    PHOTO,
    /** scan, PDF, Office */
    DOCUMENT,
    AUDIO,
    VIDEO
}
