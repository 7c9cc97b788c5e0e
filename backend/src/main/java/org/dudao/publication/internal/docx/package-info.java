/** How official documents are written, read and checked: docx after GB/T 9704-2012. Pure, without database. */
package org.dudao.publication.internal.docx;
