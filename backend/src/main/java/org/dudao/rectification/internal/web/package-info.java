/** Findings, notices and the ledger over HTTP. */
package org.dudao.rectification.internal.web;
