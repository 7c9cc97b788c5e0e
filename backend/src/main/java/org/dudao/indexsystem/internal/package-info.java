/** Versions of index systems in the database, and what may be done with them. */
package org.dudao.indexsystem.internal;
