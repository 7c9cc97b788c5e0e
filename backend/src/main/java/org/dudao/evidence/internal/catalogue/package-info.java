/** Archive catalogues: what must be there, who supplies it, what is missing, who was asked. */
package org.dudao.evidence.internal.catalogue;
