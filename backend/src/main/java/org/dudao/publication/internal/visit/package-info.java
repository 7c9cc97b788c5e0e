/** The record of a visit (督导工作记录) as paper. */
package org.dudao.publication.internal.visit;
