/**
 * Files that prove something (佐证材料) and the archive catalogues (档案目录) that say what must be there.
 *
 * <p>Owns files, what is known of their content, what each proves, and catalogues with who was asked for what. A file is
 * received once and proves many things; whoever may see one of them may see the file. Modules attach through {@link
 * org.dudao.evidence.Evidence} and say through {@link org.dudao.evidence.ProofSubject} who may see what they own. Leans on
 * {@code registry} for schools and regions and on {@code kernel} for content, jobs and audit.
 */
package org.dudao.evidence;
