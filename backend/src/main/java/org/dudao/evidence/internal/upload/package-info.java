/** Resumable uploads (tus 1.0). */
package org.dudao.evidence.internal.upload;
