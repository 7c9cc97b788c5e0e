/**
 * Balanced development of compulsory education (义务教育均衡发展): whether the schools of a county are close enough to each
 * other, and what it would take.
 *
 * <p>Owns the frameworks (基本均衡 教督〔2012〕3号, 优质均衡 教督〔2017〕6号 and the variants made from them), runs as snapshots,
 * plans, unit costs and roll-ups over many counties. Leans on {@code registry} for schools and their figures and on
 * {@code kernel}. The calculation itself ({@code internal.engine}) and the search for least additions
 * ({@code internal.plan}) are plain Java without framework or database.
 */
package org.dudao.balance;
