/** Runs as files people print, send and file: tables as xlsx, a report as PDF. */
package org.dudao.balance.internal.export;
