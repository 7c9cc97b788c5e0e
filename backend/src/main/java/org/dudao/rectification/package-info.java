/**
 * Findings and the rectification ledger (整改台账): what was found anywhere, the notices that demand its rectification, the
 * replies, checks and closures, and the ladder climbed when a deadline passes.
 *
 * <p>Owns findings with everything that ever happened to them, notices with their numbers, the calendar of working days and
 * the escalation ladder. Every module raises its findings here ({@link org.dudao.rectification.Rectification}). Leans on
 * {@code registry} for schools and regions, on {@code evidence} for proof and on {@code kernel}.
 */
package org.dudao.rectification;
