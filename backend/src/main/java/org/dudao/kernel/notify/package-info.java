/**
 * Telling people: a list in the application, always; by e-mail and webhook as each person chose, through an outbox that
 * tries again, outside quiet hours, or gathered in one daily digest. A mechanism of the kernel: it knows no school and
 * no score; modules say what happened and to whom it matters.
 */
package org.dudao.kernel.notify;
