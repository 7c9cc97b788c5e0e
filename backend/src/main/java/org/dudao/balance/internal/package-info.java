/** Services and stores of balanced development: frameworks, runs, plans, roll-ups. */
package org.dudao.balance.internal;
