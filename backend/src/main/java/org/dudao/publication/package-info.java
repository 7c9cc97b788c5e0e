/**
 * Official documents (公文): templates per kind that an office may replace, the register of what was issued (发文登记) and the files.
 *
 * <p>Owns kinds of documents, templates and their versions, the register with its numbers and snapshots, and what a document
 * looks like (GB/T 9704-2012). Leans on {@code rectification}, whose events it observes, on {@code zone} for letters, cards and boards, on {@code registry} for names and on
 * {@code kernel}. Nothing leans on it.
 */
package org.dudao.publication;
