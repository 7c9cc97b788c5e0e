/**
 * Index systems (指标体系): what a supervision looks at, with its points, letters or conditions, and how they become a total,
 * a grade or a verdict that explains itself.
 *
 * <p>Owns the systems as versions (draft, published, retired; a published version never changes), the shipped ones, and the
 * scoring rules. Leans on {@code registry} for facts and on {@code kernel}. Keeps no answers: the module that supervises
 * keeps them and scores them here, as often as it likes, with the same result. The scoring itself
 * ({@code internal.scoring}) is plain Java without framework or database.
 */
package org.dudao.indexsystem;
