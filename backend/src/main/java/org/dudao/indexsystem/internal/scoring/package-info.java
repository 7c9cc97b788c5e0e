/** How findings become a score: one small rule for each way of scoring, and the tree that joins them. Plain Java. */
package org.dudao.indexsystem.internal.scoring;
